using System.Net;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers.Tests;

public sealed class PoisonTests
{
    private readonly Bench _bench = new();
    private readonly List<TimeSpan> _attempts = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Document_AlwaysFails_IsSetAsideAfterExactlyThatManyAttempts(int limit)
    {
        _bench.Stage("a");
        var worker = _bench.Start(Failing, options => options.Retry.MaxAttempts = limit);

        _bench.RunUntil(() => worker.Status.Failed == 1);
        _bench.Run(TimeSpan.FromHours(1));

        Assert.Equal(limit, _attempts.Count);
        Assert.Equal("failed", _bench.StageOf("a"));
        Assert.Equal(1, worker.Status.Claimed);
        Assert.Equal(0, worker.Status.Released);
        var failure = Assert.Single(worker.Status.RecentFailures);
        Assert.Equal("a", failure.DocumentId);
        Assert.Equal("InvalidDataException: not readable", failure.Reason);
        Assert.Equal(limit, failure.Attempts);
        var entry = Assert.Single(worker.Log.Of(LogIds.DocumentFailed));
        Assert.Equal(LogLevel.Error, entry.Level);
        Assert.Contains("Document a ", entry.Text, StringComparison.Ordinal);
        Assert.Contains("not readable", entry.Text, StringComparison.Ordinal);
        Assert.IsType<InvalidDataException>(entry.Exception);
    }

    [Fact]
    public void Attempts_OneAfterAnother_BackOffUnderTheSameLease()
    {
        _bench.Stage("a");
        var worker = _bench.Start(Failing, static options =>
        {
            options.Retry.MaxAttempts = 8;
            options.Retry.BaseDelay = TimeSpan.FromSeconds(4);
            options.Retry.MaxDelay = TimeSpan.FromSeconds(100);
        });

        _bench.RunUntil(() => worker.Status.Failed == 1);

        double[] longest = [4, 8, 16, 32, 64, 100, 100];
        var pauses = _attempts.Zip(_attempts.Skip(1), static (one, next) => next - one);
        Assert.All(pauses.Zip(longest), static pause =>
            Assert.InRange(pause.First, TimeSpan.FromSeconds(pause.Second * 0.75), TimeSpan.FromSeconds(pause.Second + 0.1)));
        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.Equal(1, worker.Status.Claimed);
    }

    [Fact]
    public void Attempts_FailAndThenSucceed_TellTheHandlerWhichTheyAre()
    {
        _bench.Stage("a");
        var handler = new WorkHandler(static (document, _) => document.Attempt < 3 ? throw new IOException("no") : Task.FromResult(WorkHandler.Rows(document)));
        var worker = _bench.Start(handler);

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal([1, 2, 3], handler.Given.Select(static document => document.Attempt));
        Assert.Equal(2, worker.Log.Of(LogIds.AttemptFailed).Count);
        Assert.Empty(worker.Status.RecentFailures);
    }

    [Fact]
    public void Document_WaitsForAnotherAttempt_HoldsNoPlace()
    {
        _bench.Stage("bad", "good");
        var worker = _bench.Start(
            static (document, _) => document.Id == "bad" ? throw new IOException("no") : Task.FromResult(WorkHandler.Rows(document)),
            static options => options.MaxConcurrentDocuments = 1);

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.True(_bench.Now < TimeSpan.FromSeconds(0.5));
        Assert.Equal("worker-1", _bench.HolderOf("bad"));
    }

    [Fact]
    public void OneOfMany_AlwaysFails_FailsAlone()
    {
        _bench.StageMany(100);
        var worker = _bench.Start(static (document, _) => document.Id == "d37" ? throw new IOException("no") : Task.FromResult(WorkHandler.Rows(document)));

        _bench.RunUntil(() => worker.Status is { Completed: 99, Failed: 1 });

        Assert.Equal("failed", _bench.StageOf("d37"));
        Assert.Equal(99, _bench.Gateway.Rows.Count);
    }

    [Fact]
    public void Document_HasNoChunks_FailsAtOnce()
    {
        _bench.Gateway.Stage("a", []);
        AssertFailsAtOnce("The document has no chunks.");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(402)]
    [InlineData(404)]
    [InlineData(407)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(501)]
    [InlineData(520)]
    public void Document_OneOddReplyToEachOfItsCalls_IsIndexed(int status)
    {
        _bench.Stage("a");
        var worker = _bench.Start(static (document, _) => Task.FromResult(WorkHandler.Rows(document)));
        var seen = new HashSet<CallKind>();
        worker.Gateway.Script = call => call.Kind is CallKind.ReadChunks or CallKind.WriteRows or CallKind.Move && seen.Add(call.Kind)
            ? Trouble.Status((HttpStatusCode)status)
            : null;

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal("indexed", _bench.StageOf("a"));
        Assert.Equal(3, seen.Count);
        Assert.Equal(0, worker.Status.Failed);
    }

    [Fact]
    public void Document_GatewayRefusesItTwice_FailsWithItsReason()
    {
        _bench.Stage("a");
        var worker = _bench.Start(static (document, _) => Task.FromResult(WorkHandler.Rows(document)));
        worker.Gateway.Script = static call => call.Kind == CallKind.WriteRows
            ? Trouble.Error(new HevlayerException("dimension 3, expected 4") { StatusCode = HttpStatusCode.UnprocessableEntity, HasGatewayBody = true })
            : null;

        _bench.RunUntil(() => worker.Status.Failed == 1);

        Assert.Equal("failed", _bench.StageOf("a"));
        Assert.Equal(2, worker.Gateway.Of(CallKind.WriteRows).Count);
        Assert.Equal("dimension 3, expected 4", Assert.Single(worker.Status.RecentFailures).Reason);
    }

    [Fact]
    public void Document_ChunkBodiesAreLost_EndsAsFailedByTheGateway()
    {
        _bench.Stage("a");
        _bench.Gateway.LoseChunks("a");
        var worker = _bench.Start(Failing);

        _bench.RunUntil(() => worker.Status.LeasesLost == 1);

        Assert.Equal("failed", _bench.StageOf("a"));
        Assert.Equal(8, worker.Gateway.Of(CallKind.ReadChunks).Count);
        Assert.Empty(_attempts);
    }

    [Fact]
    public void Handler_RejectsTheDocument_FailsAtOnce()
    {
        _bench.Stage("a");
        AssertFailsAtOnce("scanned upside down", handler: static (_, _) => throw new DocumentRejectedException("scanned upside down"));
    }

    [Fact]
    public void Handler_DecidesThatTheDocumentFails_FailsAtOnce()
    {
        _bench.Stage("a");
        AssertFailsAtOnce("scanned upside down", handler: static (_, _) => Task.FromResult(DocumentOutcome.Fail("scanned upside down")));
    }

    [Fact]
    public void RecentFailures_MoreThanAHundred_KeepsTheLast()
    {
        _bench.StageMany(130);
        var worker = _bench.Start(
            static async (document, cancellationToken) =>
            {
                // One after the other: the failure of each is told before the next begins.
                await Task.Delay(TimeSpan.FromSeconds(10), document.Clock, cancellationToken);
                return DocumentOutcome.Fail($"reason of {document.Id}");
            },
            static options => (options.MaxConcurrentDocuments, options.ReadChunks) = (1, false));

        _bench.RunUntil(() => worker.Status.Failed == 130);

        Assert.Equal(100, worker.Status.RecentFailures.Count);
        Assert.Equal(Enumerable.Range(31, 100).Select(static number => $"reason of d{number}"), worker.Status.RecentFailures.Select(static failure => failure.Reason));
    }

    private Task<DocumentOutcome> Failing(DocumentContext document, CancellationToken cancellationToken)
    {
        _attempts.Add(_bench.Now);
        throw new InvalidDataException("not readable");
    }

    private void AssertFailsAtOnce(string reason, Func<SeenCall, Trouble?>? script = null, Func<DocumentContext, CancellationToken, Task<DocumentOutcome>>? handler = null)
    {
        var worker = _bench.Start(handler ?? Failing);
        worker.Gateway.Script = script;

        _bench.RunUntil(() => worker.Status.Failed == 1);

        Assert.True(_bench.Now < TimeSpan.FromSeconds(1), $"It took {_bench.Now}.");
        Assert.Equal("failed", _bench.StageOf("a"));
        Assert.Equal(reason, Assert.Single(worker.Status.RecentFailures).Reason);
        Assert.Contains(reason, Assert.Single(worker.Log.Of(LogIds.DocumentFailed)).Text, StringComparison.Ordinal);
        Assert.Empty(_attempts);
    }
}
