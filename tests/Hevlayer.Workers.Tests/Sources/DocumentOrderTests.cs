namespace Hevlayer.Workers.Tests.Sources;

public sealed class DocumentOrderTests
{
    private readonly SourceBench _bench = new();

    [Fact]
    public void SameDocument_InOneReceive_IsStagedInTheOrderReceived()
    {
        _bench.Queue.Send(new Update("a", "1"), new Update("b", "1"), new Update("a", "2"), new Update("a", "3"));
        _bench.Start(SlowForTheFirst);

        _bench.RunUntilEmpty();

        Assert.Equal(["1", "2", "3"], OfA());
    }

    [Fact]
    public void SameDocument_InSeveralReceives_IsNeverStagedTwiceAtOneTime()
    {
        _bench.Shelf.Takes = TimeSpan.FromSeconds(3);
        _bench.Queue.Send(Enumerable.Range(1, 5).Select(static number => new Update("a", $"{number}")));
        _bench.Start(SlowForTheFirst, static options => options.ReceiveLimit = 1);

        _bench.RunUntilEmpty();

        Assert.Equal(["1", "2", "3", "4", "5"], OfA());
        Assert.All(
            _bench.Shelf.Staged.Skip(1).Zip(_bench.Shelf.Staged),
            static pair => Assert.True(pair.First.From >= pair.Second.Until, "Two calls for one document were under way at one time."));
    }

    [Fact]
    public void OtherDocuments_DoNotWaitForASlowOne()
    {
        _bench.Queue.Send(new Update("a", "1"), new Update("a", "2"), new Update("b"), new Update("c"));
        var worker = _bench.Start(SlowForTheFirst, static options => options.MaxConcurrentDocuments = 2);

        _bench.RunUntil(() => worker.Status.Completed == 2);

        Assert.Equal(["b", "c"], _bench.Shelf.StagedIds);
        Assert.True(_bench.Now < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void SameDocument_FirstOneFails_LetsTheNextThrough()
    {
        _bench.Queue.Send(new Update("a", "1"), new Update("a", "2"));
        _bench.Start(static (message, _) => message.Body.Text == "1" && message.ReceiveCount == 1
            ? throw new InvalidOperationException("broken")
            : Task.FromResult<SourceDocument?>(SourceDocument.OfText(message.Body.Text)));

        _bench.RunUntilEmpty();

        Assert.Equal(["2", "1"], OfA());
    }

    private IEnumerable<string> OfA() => _bench.Shelf.Staged.Where(static call => call.DocumentId == "a").Select(static call => call.Text);

    private async Task<SourceDocument?> SlowForTheFirst(SourceMessage<Update> message, CancellationToken cancellationToken)
    {
        if (message.Body is { Id: "a", Text: "1" })
        {
            await _bench.PauseAsync(TimeSpan.FromSeconds(30), cancellationToken);
        }

        return SourceDocument.OfText(message.Body.Text);
    }
}
