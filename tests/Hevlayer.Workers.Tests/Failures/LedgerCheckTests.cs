using Hevlayer.Workers.Tests.Wire;

namespace Hevlayer.Workers.Tests.Failures;

/// <summary>A document that is indexed after it failed loses its row.</summary>
public sealed class LedgerCheckTests
{
    private static readonly TimeSpan Check = TimeSpan.FromSeconds(26);

    private readonly HashSet<string> _bad = new(StringComparer.Ordinal) { "a", "b" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Indexed_ByTheWorkerThatFailedIt_LosesItsRowAtOnce()
    {
        await using var host = await StartAsync();
        await host.EndAsync(2, "a", "b");
        _bad.Clear();

        await host.EndAsync(3, "a");

        await host.WhenAsync(async () => await host.Failures.FindAsync("a", Token) is null);
        Assert.NotNull(await host.Failures.FindAsync("b", Token));
    }

    [Fact]
    public async Task Indexed_BySomebodyElse_LosesItsRowWithTheNextCheck()
    {
        await using var host = await StartAsync();
        await host.EndAsync(2, "a", "b");
        await host.Client.CompleteDocumentsAsync(WorkerHost.Pipeline, ["a"], fromStage: "failed", cancellationToken: Token);

        await host.PassAsync(Check);

        Assert.Null(await host.Failures.FindAsync("a", Token));
        Assert.NotNull(await host.Failures.FindAsync("b", Token));
    }

    [Fact]
    public async Task Indexed_ByAWorkerThatStartedLater_LosesItsRow()
    {
        await using var host = await StartAsync();
        await host.EndAsync(2, "a", "b");
        await host.PassAsync(TimeSpan.FromSeconds(5));
        var later = new FailureLedger(host.Client, WorkerHost.Pipeline, "products-ledger");
        await later.CheckAsync(Token);
        host.Wire.Clear();

        await later.ForgetAsync(later.Known("a")!, Token);
        Assert.Null(later.Known("a"));
        Assert.Null(later.Known("sound"));

        Assert.Null(await host.Failures.FindAsync("a", Token));
        Assert.NotNull(await host.Failures.FindAsync("b", Token));
    }

    [Fact]
    public async Task Forget_DocumentThatHasFailedAgainSince_KeepsItsRow()
    {
        await using var host = await StartAsync();
        await host.EndAsync(2, "a", "b");
        await host.PassAsync(TimeSpan.FromSeconds(5));
        var slow = new FailureLedger(host.Client, WorkerHost.Pipeline, "products-ledger");
        await slow.CheckAsync(Token);
        await host.EndAsync(3, "a");

        await slow.ForgetAsync(slow.Known("a")!, Token);

        Assert.Equal(2, (await host.Failures.FindAsync("a", Token))!.Failures);
    }

    /// <summary>Another worker fails the document, and the row is seen, before the reply to the completion has come.</summary>
    [Fact]
    public async Task Completion_ReplyComesWhenTheDocumentHasFailedSince_KeepsItsRow()
    {
        var interval = TimeSpan.FromSeconds(3);
        await using var host = await LedgerHost.StartAsync(static _ => null, options => options.Ledger.CheckInterval = interval);
        var completions = 0;
        host.Wire.Script = async (call, send) =>
        {
            var reply = await send();
            if (call.Ends("POST", "/stage") && Interlocked.Increment(ref completions) == 1)
            {
                await FailElsewhereAsync(host, "a");
                await Task.Delay(interval * 3, host.Host.Clock!, Token);
            }

            return reply;
        };

        await host.EndAsync(1, "a");
        await host.PassAsync(interval * 3);

        Assert.Equal("elsewhere", (await host.Failures.FindAsync("a", Token))?.Reason);
    }

    [Fact]
    public async Task Check_AllStillFailed_IsAQueryAndOneMoveThatMovesNothing()
    {
        await using var host = await StartAsync();
        await host.EndAsync(2, "a", "b");
        await host.PassAsync(TimeSpan.FromSeconds(5));
        host.Wire.Clear();

        await host.PassAsync(Check);

        Assert.Equal(host.LedgerCalls.Count, host.Wire.Of("POST", "/stage").Count);
        Assert.All(
            host.Wire.Of("POST", "/stage"),
            static move => Assert.Equal(("indexed", "indexed", null), (move.Text("from_stage"), move.Text("stage"), move.Text("worker_id"))));
        Assert.DoesNotContain(host.LedgerCalls, LedgerHost.IsWrite);
    }

    private Task<LedgerHost> StartAsync() => LedgerHost.StartAsync(
        id => _bad.Contains(id) ? "no" : null,
        static options => options.Ledger.CheckInterval = TimeSpan.FromSeconds(20));

    private static async Task FailElsewhereAsync(LedgerHost host, string id)
    {
        var now = host.Host.Clock!.GetUtcNow();
        var failure = new DocumentFailure
        {
            DocumentId = id,
            Reason = "elsewhere",
            Kind = "rejected",
            Attempts = 1,
            WorkerId = "worker-2",
            Claim = "worker-2~1",
            Stage = "pending",
            FirstAt = now,
            LastAt = now,
        };
        await new FailureLedger(host.Client, WorkerHost.Pipeline, "products-ledger").WriteAsync(failure, Token);
        await host.Client.Api.SetDocumentsStageAsync(WorkerHost.Pipeline, new() { DocumentIds = [id], FromStage = DocumentStage.Indexed, Stage = DocumentStage.Failed }, cancellationToken: Token);
    }
}
