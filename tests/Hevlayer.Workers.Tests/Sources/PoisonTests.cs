using System.Net;

namespace Hevlayer.Workers.Tests.Sources;

public sealed class PoisonTests
{
    private readonly SourceBench _bench = new();

    [Fact]
    public void Mapper_FailsEachTime_IsPutAsideAtTheLastReceiptWithItsReason()
    {
        _bench.Queue.Send("bad", "good");
        var worker = _bench.Start(static (message, _) => message.Body.Id == "bad"
            ? throw new InvalidOperationException("no such page")
            : Task.FromResult<SourceDocument?>(SourceDocument.OfText(message.Body.Text)));

        _bench.RunUntilEmpty();

        Assert.Equal([("bad", "InvalidOperationException: no such page")], _bench.Queue.DeadLetters);
        var failed = Assert.Single(worker.Status.RecentFailures);
        Assert.Equal(("bad", "InvalidOperationException: no such page", 5), (failed.DocumentId, failed.Reason, failed.Attempts));
        Assert.Equal(1, worker.Status.Failed);
        Assert.Equal(["good"], _bench.Shelf.StagedIds);
        Assert.Contains(worker.Log.Errors, static text => text.Contains("document bad is rejected permanently at receipt 5", StringComparison.Ordinal));
    }

    [Fact]
    public void Mapper_FailsEachTime_ComesBackAfterDelaysThatDouble()
    {
        _bench.Queue.Send("bad");
        _bench.Start(static (_, _) => throw new InvalidOperationException("broken"));

        _bench.RunUntilEmpty();

        var delays = _bench.Queue.Of(QueueAction.Reject).Select(static call => call.Rejection!.Delay.TotalSeconds).ToList();
        Assert.Equal(5, delays.Count);
        Assert.InRange(delays[0], 7.5, 10);
        Assert.InRange(delays[1], 15, 20);
        Assert.InRange(delays[2], 30, 40);
        Assert.InRange(delays[3], 60, 80);
        Assert.Equal(0, delays[4]);
    }

    [Fact]
    public void Mapper_RejectsTheDocument_IsPutAsideAtOnce()
    {
        _bench.Queue.Send("bad");
        var worker = _bench.Start(static (_, _) => throw new DocumentRejectedException("The page is gone."));

        _bench.RunUntilEmpty();

        Assert.Equal([("bad", "The page is gone.")], _bench.Queue.DeadLetters);
        Assert.Equal(1, worker.Status.RecentFailures[0].Attempts);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public void Gateway_RefusesTheDocumentTwice_IsPutAside(HttpStatusCode status)
    {
        _bench.Queue.Send("bad", "good");
        _bench.Shelf.Script = call => call.DocumentId == "bad" ? new HevlayerException($"refused with {status}") { StatusCode = status, HasGatewayBody = true } : null;
        _bench.Start();

        _bench.RunUntilEmpty();

        Assert.Equal([("bad", $"refused with {status}")], _bench.Queue.DeadLetters);
        Assert.Equal(["good"], _bench.Shelf.StagedIds);
    }

    [Fact]
    public void Client_RefusesTheCall_IsPutAsideAtOnce()
    {
        _bench.Queue.Send("bad");
        _bench.Shelf.Script = static _ => new ArgumentException("no such id is possible");
        _bench.Start();

        _bench.RunUntilEmpty();

        Assert.Equal(("bad", "no such id is possible"), Assert.Single(_bench.Queue.DeadLetters));
        Assert.Single(_bench.Shelf.Calls);
    }

    [Theory]
    [InlineData("", "no text in it")]
    [InlineData("1|2|3|4", "more than 3 chunks (MaxChunksPerDocument)")]
    [InlineData("12345678901234567890", "more than 20 bytes (MaxStagedBytes)")]
    public void Document_CannotBeStaged_IsPutAsideAtOnce(string text, string reason)
    {
        _bench.Queue.Send(new Update("bad", text), new Update("ok", "1|2|3"));
        _bench.Start(static options => (options.MaxChunksPerDocument, options.MaxStagedBytes) = (3, 20));

        _bench.RunUntilEmpty();

        var (id, why) = Assert.Single(_bench.Queue.DeadLetters);
        Assert.Equal("bad", id);
        Assert.Contains(reason, why, StringComparison.Ordinal);
        Assert.Equal(["ok"], _bench.Shelf.StagedIds);
    }

    [Fact]
    public void Document_IsEmptyAndThatIsMeant_IsPassedOver()
    {
        _bench.Queue.Send(new Update("empty", string.Empty));
        var worker = _bench.Start(static options => options.SkipEmpty = true);

        _bench.RunUntilEmpty();

        Assert.Empty(_bench.Queue.DeadLetters);
        Assert.Empty(_bench.Shelf.Calls);
        Assert.Equal(1, worker.Status.Skipped);
    }

    [Fact]
    public void Body_CannotBeRead_IsPutAsideWithoutTheMapper()
    {
        _bench.Queue.Send(new Update("?"), problem: "The body is no JSON.");
        var mapped = 0;
        _bench.Start((message, _) =>
        {
            mapped++;
            return Task.FromResult<SourceDocument?>(null);
        });

        _bench.RunUntilEmpty();

        Assert.Equal("The body is no JSON.", Assert.Single(_bench.Queue.DeadLetters).Reason);
        Assert.Equal(0, mapped);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Message_GivesNoDocumentId_IsPutAsideUnderItsOwn(string? id)
    {
        _bench.Queue.Send(new Update(id));
        var worker = _bench.Start();

        _bench.RunUntilEmpty();

        Assert.Contains("no id", Assert.Single(_bench.Queue.DeadLetters).Reason, StringComparison.Ordinal);
        Assert.Equal("message-1", worker.Status.RecentFailures[0].DocumentId);
    }

    [Fact]
    public void ManyFail_AndNoneSucceeds_HoldsReceivesBack()
    {
        _bench.Queue.Send(Enumerable.Range(0, 200).Select(static number => $"d{number}"));
        var worker = _bench.Start(static (_, _) => throw new DocumentRejectedException("this worker is broken"));

        _bench.Run(TimeSpan.FromMinutes(2));

        Assert.InRange(_bench.Queue.DeadLetters.Count, 20, 100);
        Assert.Contains(worker.Log.Warnings, static text => text.Contains("none has succeeded", StringComparison.Ordinal));
    }
}
