namespace Hevlayer.Workers.Tests.Rows;

/// <summary>Old and new rows of a document have other ids: what comes late does not meet what is newer, and goes all the same.</summary>
public sealed class LateRowsTests
{
    private readonly Bench _bench = new();

    /// <summary>The slow worker's rows reach the gateway when the fast one has indexed the new text.</summary>
    [Theory]
    [InlineData("old one|old two|old three", "new one")]
    [InlineData("old one|both", "both|new one")]
    [InlineData("both", "both|new one|new two")]
    [InlineData("both|old one", "both")]
    public void Rows_OfTheOldTextArriveLate_TheNewTextStays(string before, string after)
    {
        Stage(before);
        var slow = Start("worker-1");
        slow.Gateway.Script = static call => call.Kind == CallKind.WriteRows && call.At < TimeSpan.FromSeconds(5) ? new Trouble { There = TimeSpan.FromSeconds(25) } : null;
        _bench.Run(TimeSpan.FromSeconds(3));
        Stage(after);
        var fast = Start("worker-2");

        _bench.RunUntil(() => fast.Status.Completed + slow.Status.Completed > 0);
        _bench.Run(TimeSpan.FromMinutes(5));

        AssertIndexed(after);
    }

    /// <summary>The fast worker found all of its rows and wrote none, so that the late ones are the newest.</summary>
    [Fact]
    public void Rows_OfTheOldTextTakeThoseOfAnUnchangedDocumentAlong_TheyComeBack()
    {
        Stage("first|second");
        var fast = Start("worker-2");
        _bench.RunUntil(() => fast.Status.Completed == 1);
        _bench.End(fast);
        Stage("other");
        var slow = Start("worker-1");
        slow.Gateway.Script = call => call.Kind == CallKind.WriteRows && slow.Gateway.Of(CallKind.WriteRows).Count == 1 ? new Trouble { There = TimeSpan.FromSeconds(25) } : null;
        _bench.RunUntil(() => slow.Gateway.Of(CallKind.WriteRows).Count == 1);
        Stage("first|second");
        var again = Start("worker-3");

        _bench.RunUntil(() => again.Status.Completed + slow.Status.Completed > 0);
        _bench.Run(TimeSpan.FromMinutes(5));

        AssertIndexed("first|second");
    }

    /// <summary>Whoever found the rows right wrote none, so that nothing keeps the late removal out.</summary>
    [Fact]
    public void Removal_ArrivesAfterTheDocumentCameBackUnchanged_ItsRowsComeBack()
    {
        Stage("first|second");
        var fast = Start("worker-2");
        _bench.RunUntil(() => fast.Status.Completed == 1);
        _bench.End(fast);
        _bench.Gateway.Stage("a", Deletion.ChunksOf("a"));
        var slow = Start("worker-1");
        slow.Gateway.Script = static call => call.Kind == CallKind.Remove ? new Trouble { There = TimeSpan.FromSeconds(25) } : null;
        _bench.RunUntil(() => slow.Gateway.Of(CallKind.Remove).Count == 1);
        Stage("first|second");
        var again = Start("worker-3");

        _bench.RunUntil(() => again.Status.Completed + slow.Status.Completed > 0);
        _bench.Run(TimeSpan.FromMinutes(5));

        AssertIndexed("first|second");
    }

    [Fact]
    public void Rows_OfTheOldTextArriveAfterTheDocumentWasDeleted_AreRemoved()
    {
        Stage("old one|old two");
        var slow = Start("worker-1");
        slow.Gateway.Script = static call => call.Kind == CallKind.WriteRows ? new Trouble { There = TimeSpan.FromSeconds(25) } : null;
        _bench.Run(TimeSpan.FromSeconds(3));
        _bench.Gateway.Stage("a", Deletion.ChunksOf("a"));
        var fast = Start("worker-2");

        _bench.RunUntil(() => fast.Status.Completed + slow.Status.Completed > 0);
        _bench.Run(TimeSpan.FromMinutes(5));

        Assert.Equal("indexed", _bench.StageOf("a"));
        Assert.Empty(_bench.Gateway.Rows);
    }

    /// <summary>A write of which no reply came, and which was sent again, comes when the document was completed twice since.</summary>
    [Fact]
    public void Write_ThatWasSentTwiceArrivesAfterTheNextText_LeavesNoRow()
    {
        Stage("old");
        var worker = Start("worker-1");
        worker.Gateway.Script = call => call.Kind == CallKind.WriteRows && worker.Gateway.Of(CallKind.WriteRows).Count == 1 ? new Trouble { There = TimeSpan.FromSeconds(45), IsAnswered = false } : null;
        _bench.RunUntil(() => worker.Status.Completed == 1);
        Stage("new");
        _bench.RunUntil(() => worker.Status.Completed == 2);
        Assert.True(_bench.Now < TimeSpan.FromSeconds(45), "The first write has come already.");

        _bench.Run(TimeSpan.FromMinutes(5));

        AssertIndexed("new");
    }

    /// <summary>A row that was to stay goes between the question and the write.</summary>
    [Fact]
    public void Row_ThatWasToStayIsGoneBeforeTheWrite_IsEmbeddedInAnotherAttempt()
    {
        Stage("first|second");
        var worker = Start("worker-1");
        _bench.RunUntil(() => worker.Status.Completed == 1);
        var first = _bench.Gateway.Rows.Single(static row => row.Value.Contains("first", StringComparison.Ordinal)).Key;
        worker.Gateway.Script = call =>
        {
            if (call.Kind == CallKind.WriteRows && worker.Gateway.Of(CallKind.WriteRows).Count == 2)
            {
                _bench.Gateway.Steal(first);
            }

            return null;
        };
        Stage("first|second|third");

        _bench.RunUntil(() => worker.Status.Completed == 2);

        AssertIndexed("first|second|third");
    }

    private BenchWorker Start(string workerId) => _bench.Start(
        static worker => new EmbeddingHandler(
            new EmbeddingBatcher(new ScriptedGenerator(worker.Clock), worker.Options, worker.Clock, new WorkerTelemetry("products"), worker.Log),
            "model",
            worker.Options.Embedding),
        options => options.WorkerId = workerId);

    private void Stage(string texts) => _bench.Gateway.Stage("a", RowWorld.Chunks("a", texts.Split('|')));

    private void AssertIndexed(string texts)
    {
        Assert.Equal("indexed", _bench.StageOf("a"));
        Assert.Equal(texts.Split('|').Order(StringComparer.Ordinal), _bench.Gateway.Rows.Values.Select(static row => row[(row.IndexOf("text=", StringComparison.Ordinal) + 5)..]).Order(StringComparer.Ordinal));
    }
}
