namespace Hevlayer.Workers.Tests;

/// <summary>What was staged last is what is indexed last, whoever stages when.</summary>
public sealed class RestagedDocumentTests
{
    private readonly Bench _bench = new();

    [Fact]
    public void Document_StagedAgainWhileItIsWorkedOn_EndsWithTheNewText()
    {
        Stage("old", chunks: 3);
        var worker = Start(TimeSpan.FromSeconds(10));
        _bench.Run(TimeSpan.FromSeconds(5));

        Stage("newer", chunks: 2);
        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal("indexed", _bench.StageOf("a"));
        AssertRows("newer", chunks: 2);
        Assert.Equal(1, worker.Status.LeasesLost);
    }

    [Fact]
    public void Document_StagedAgainBetweenItsRowsAndItsCompletion_EndsWithTheNewText()
    {
        Stage("old", chunks: 3);
        var worker = Start(TimeSpan.FromSeconds(1));
        worker.Gateway.Script = call =>
        {
            if (call is { Kind: CallKind.Move } && worker.Gateway.Of(CallKind.WriteRows).Count == 1)
            {
                Stage("newer", chunks: 1);
            }

            return null;
        };

        _bench.RunUntil(() => worker.Status.Completed == 1);

        AssertRows("newer", chunks: 1);
    }

    /// <summary>The slow worker's rows reach the gateway when the fast one has indexed the new text.</summary>
    [Theory]
    [InlineData(3, 1)]
    [InlineData(2, 2)]
    [InlineData(1, 3)]
    public void Rows_OfTheOldTextArriveLate_TheNewTextStays(int oldChunks, int newChunks)
    {
        Stage("old", oldChunks);
        var slow = Start(TimeSpan.FromSeconds(1));
        slow.Gateway.Script = static call => call.Kind == CallKind.WriteRows && call.At < TimeSpan.FromSeconds(5) ? new Trouble { There = TimeSpan.FromSeconds(25) } : null;
        _bench.Run(TimeSpan.FromSeconds(3));
        Stage("newer", newChunks);
        var fast = Start(TimeSpan.FromSeconds(1), "worker-2");

        _bench.RunUntil(() => fast.Status.Completed + slow.Status.Completed > 0);
        _bench.Run(TimeSpan.FromMinutes(5));

        Assert.Equal("indexed", _bench.StageOf("a"));
        AssertRows("newer", newChunks);
    }

    /// <summary>The slow worker still counts on its lease, and has heard nothing else.</summary>
    [Fact]
    public void Rows_OfTheOldTextAreRefusedUnderALeaseThatSeemsSafe_TheNewTextStays()
    {
        Stage("old", chunks: 2);
        var slow = Start(TimeSpan.FromSeconds(1));
        slow.Gateway.Script = static call => call.Kind switch
        {
            CallKind.WriteRows when call.At < TimeSpan.FromSeconds(2) => new Trouble { There = TimeSpan.FromSeconds(9) },
            CallKind.Claim when call.At > TimeSpan.Zero => Trouble.Status(System.Net.HttpStatusCode.ServiceUnavailable),
            _ => null,
        };
        _bench.Run(TimeSpan.FromSeconds(2));
        Stage("newer", chunks: 2);
        var fast = Start(TimeSpan.FromSeconds(1), "worker-2");

        _bench.RunUntil(() => slow.Status.LeasesLost + slow.Status.Completed > 0);

        Assert.Equal((1, 1), (fast.Status.Completed, slow.Status.LeasesLost));
        Assert.Single(slow.Gateway.Of(CallKind.WriteRows));
        AssertRows("newer", chunks: 2);
    }

    /// <summary>The clock of whoever wrote them was ahead.</summary>
    [Fact]
    public void Rows_OlderOnesHaveALaterVersion_AreReplacedAllTheSame()
    {
        Stage("newer", chunks: 2);
        var later = _bench.Time.AddNode("late").Clock.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds() << 12;
        _bench.Gateway.Write(new("a", later, [.. Enumerable.Range(0, 2).Select(static index => new VectorEntry { Id = $"a-{index}", Vector = new float[] { 3 } })], ReplacesOlder: true));
        var worker = Start(TimeSpan.FromSeconds(1));

        _bench.RunUntil(() => worker.Status.Completed == 1);

        AssertRows("newer", chunks: 2);
    }

    [Fact]
    public void Document_StagedAgainWithoutChunks_LosesItsRowsAndFails()
    {
        Stage("old", chunks: 3);
        var worker = Start(TimeSpan.FromSeconds(1));
        _bench.RunUntil(() => worker.Status.Completed == 1);

        Stage("none", chunks: 0);
        _bench.RunUntil(() => worker.Status.Failed == 1);

        Assert.Equal("failed", _bench.StageOf("a"));
        Assert.Equal("The document has no chunks.", worker.Status.RecentFailures[^1].Reason);
        Assert.Empty(_bench.Gateway.Rows);
    }

    /// <summary>The slow worker's rows reach the gateway when the fast one has removed the document's rows.</summary>
    [Fact]
    public void Rows_OfTheOldTextArriveAfterTheDocumentWasDeleted_AreRemoved()
    {
        Stage("old", chunks: 2);
        var slow = Start(TimeSpan.FromSeconds(1));
        slow.Gateway.Script = static call => call.Kind == CallKind.WriteRows ? new Trouble { There = TimeSpan.FromSeconds(25) } : null;
        _bench.Run(TimeSpan.FromSeconds(3));
        Stage("none", chunks: 0);
        var fast = Start(TimeSpan.FromSeconds(1), "worker-2");

        _bench.RunUntil(() => fast.Status.Failed + slow.Status.Failed > 0);
        _bench.Run(TimeSpan.FromMinutes(5));

        Assert.Equal("failed", _bench.StageOf("a"));
        Assert.Empty(_bench.Gateway.Rows);
    }

    [Fact]
    public void Completion_ReplyIsLost_IsDoneOnce()
    {
        Stage("only", chunks: 2);
        var worker = StartAndLoseTheFirstReplyToACompletion();

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal("indexed", _bench.StageOf("a"));
        Assert.Single(worker.Gateway.Of(CallKind.WriteRows));
        Assert.Equal(0, worker.Status.LeasesLost);
    }

    /// <summary>The document is indexed, but by whoever removed its rows; the refusal of the own completion was not heard.</summary>
    [Fact]
    public void Completion_ReplyIsLostAndTheDocumentWasDeletedMeanwhile_ItsLateRowsGo()
    {
        Stage("old", chunks: 2);
        var slow = Start(TimeSpan.FromSeconds(1));
        slow.Gateway.Script = call => call.Kind switch
        {
            CallKind.WriteRows when call.At < TimeSpan.FromSeconds(2) => new Trouble { There = TimeSpan.FromSeconds(9) },
            CallKind.Move when slow.Gateway.Of(CallKind.Move).Count == 1 => Trouble.LostReply,
            CallKind.Claim or CallKind.Heartbeat when call.At > TimeSpan.FromMilliseconds(500) => Trouble.Status(System.Net.HttpStatusCode.ServiceUnavailable),
            _ => null,
        };
        _bench.Run(TimeSpan.FromSeconds(2));
        _bench.Gateway.Stage("a", Deletion.ChunksOf("a"));
        var fast = Start(TimeSpan.FromSeconds(1), "worker-2");

        _bench.RunUntil(() => slow.Status.Completed + slow.Status.LeasesLost > 0);
        Assert.Equal((2, 0), (_bench.Gateway.Rows.Count, slow.Status.LeasesLost));
        _bench.RunUntil(() => fast.Status.Completed == 2);

        Assert.Equal("indexed", _bench.StageOf("a"));
        Assert.Empty(_bench.Gateway.Rows);
    }

    /// <summary>Its rows are those of what is staged: nobody has to work on it again.</summary>
    [Fact]
    public void Completion_ReplyIsLostAndNothingElseHappened_TheDocumentStaysIndexed()
    {
        Stage("only", chunks: 2);
        var worker = StartAndLoseTheFirstReplyToACompletion();
        _bench.RunUntil(() => worker.Status.Completed == 1);

        _bench.Run(TimeSpan.FromMinutes(5));

        Assert.Equal((1, "indexed"), (worker.Status.Completed, _bench.StageOf("a")));
        Assert.Single(worker.Gateway.Of(CallKind.WriteRows));
    }

    [Fact]
    public void PutVectors_StaysAsAnOption_AndIsNoFence()
    {
        Stage("old", chunks: 1);
        var worker = _bench.Start(Work(TimeSpan.FromSeconds(1)), static options => options.WriteRowsWith = RowRoute.PutVectors);

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Single(worker.Gateway.Of(CallKind.PutVectors));
        Assert.Empty(worker.Gateway.Of(CallKind.WriteRows));
        Assert.Equal("indexed", _bench.StageOf("a"));
    }

    private static Func<DocumentContext, CancellationToken, Task<DocumentOutcome>> Work(TimeSpan time) => async (document, cancellationToken) =>
    {
        await Task.Delay(time, document.Clock, cancellationToken);
        return DocumentOutcome.Index([.. document.Chunks.Select(static chunk => new VectorEntry { Id = chunk.Id, Vector = new float[] { chunk.Text!.Length } })]);
    };

    private BenchWorker Start(TimeSpan time, string workerId = "worker-1") => _bench.Start(Work(time), options => options.WorkerId = workerId);

    private BenchWorker StartAndLoseTheFirstReplyToACompletion()
    {
        var worker = Start(TimeSpan.FromSeconds(1));
        worker.Gateway.Script = _ => worker.Gateway.Of(CallKind.Move).Count == 1 && worker.Gateway.Calls[^1].Kind == CallKind.Move ? Trouble.LostReply : null;
        return worker;
    }

    private void Stage(string text, int chunks) =>
        _bench.Gateway.Stage("a", [.. Enumerable.Range(0, chunks).Select(index => new Chunk { Id = $"a-{index}", Text = text })]);

    private void AssertRows(string text, int chunks)
    {
        Assert.Equal(Enumerable.Range(0, chunks).Select(static index => $"a-{index}"), _bench.Gateway.Rows.Keys);
        Assert.All(_bench.Gateway.Rows.Values, row => Assert.StartsWith($"[{text.Length}]", row, StringComparison.Ordinal));
    }
}
