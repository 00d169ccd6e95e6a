using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Workers.Tests.Sources;

public sealed class EnumerableDocumentSourceTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Channel<string> _channel = Channel.CreateUnbounded<string>();
    private readonly EnumerableDocumentSource<string> _source;
    private readonly CancellationTokenSource _stopping = new();

    public EnumerableDocumentSourceTests() => _source = new(_channel.Reader.ReadAllAsync());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        _stopping.Dispose();
    }

    [Fact]
    public async Task Receive_SomeAreThere_GivesThemUpToTheLimit()
    {
        Write("a", "b", "c");

        Assert.Equal(["a", "b"], Bodies(await ReceiveAsync(2)));
        Assert.Equal(["c"], Bodies(await ReceiveAsync(2)));
    }

    [Fact]
    public async Task Receive_NoneIsThere_WaitsForTheFirst()
    {
        var receiving = ReceiveAsync();
        Assert.False(receiving.IsCompleted);

        Write("a");

        Assert.Equal(["a"], Bodies(await receiving));
    }

    [Fact]
    public async Task Receive_NoneComes_GivesNoneAfterAWhileAndLosesNothing()
    {
        var receiving = ReceiveAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Empty(await receiving);

        Write("a");

        Assert.Equal(["a"], Bodies(await ReceiveAsync()));
    }

    [Fact]
    public async Task Receive_WorkerBeginsToEnd_WaitsNoLonger()
    {
        var receiving = ReceiveAsync();

        await _stopping.CancelAsync();

        Assert.Empty(await receiving);
    }

    [Fact]
    public async Task Rejected_ToComeBack_ComesBackAfterItsTimeWithOneReceiptMore()
    {
        Write("a", "b");
        var message = (await ReceiveAsync(1))[0];
        await _source.RejectAsync(message, Rejection.ComeBack("later", TimeSpan.FromSeconds(30)), Cancel);

        Assert.Equal(["b"], Bodies(await ReceiveAsync()));
        _clock.Advance(TimeSpan.FromSeconds(30));
        var back = Assert.Single(await ReceiveAsync());

        Assert.Equal((message.Id, "a", 2), (back.Id, back.Body, back.ReceiveCount));
    }

    [Fact]
    public async Task Rejected_AfterTheEnd_IsWaitedFor()
    {
        Write("a");
        _channel.Writer.Complete();
        var message = (await ReceiveAsync())[0];
        await _source.RejectAsync(message, Rejection.ComeBack("later", TimeSpan.FromSeconds(5)), Cancel);

        var receiving = ReceiveAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["a"], Bodies(await receiving));
    }

    [Fact]
    public async Task Rejected_ForGood_DoesNotComeBack()
    {
        Write("a");
        await _source.RejectAsync((await ReceiveAsync())[0], Rejection.DeadLetter("bad"), Cancel);
        _clock.Advance(TimeSpan.FromDays(1));
        Write("b");

        Assert.Equal(["b"], Bodies(await ReceiveAsync()));
    }

    [Fact]
    public async Task Sequence_Fails_GivesWhatCameBeforeAndThenItsError()
    {
        Write("a");
        _channel.Writer.Complete(new InvalidOperationException("torn"));

        Assert.Equal(["a"], Bodies(await ReceiveAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReceiveAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReceiveAsync());
    }

    [Fact]
    public void Worker_OverASequence_StagesAllOfItAndEndsAtOnce()
    {
        var bench = new SourceBench();
        var failures = 0;
        var source = new EnumerableDocumentSource<Update>(Enumerable.Range(0, 50).Select(static number => new Update($"d{number}")).ToAsyncEnumerable());
        var worker = bench.Start(source);
        bench.Shelf.Script = call => call.DocumentId == "d7" && failures++ < 3 ? new HevlayerConnectionException("down") { IsTransient = true } : null;

        bench.RunUntil(() => worker.Status.Completed == 50);

        Assert.Equal(50, bench.Shelf.StagedIds.Distinct().Count());
        Assert.True(bench.End(worker) < TimeSpan.FromSeconds(1));
    }

    private static IEnumerable<string> Bodies(IReadOnlyList<SourceMessage<string>> messages) => messages.Select(static message => message.Body);

    private Task<IReadOnlyList<SourceMessage<string>>> ReceiveAsync(int limit = 10) =>
        _source.ReceiveAsync(new ReceiveContext { Limit = limit, Clock = _clock, Stopping = _stopping.Token }, Cancel);

    private void Write(params ReadOnlySpan<string> bodies)
    {
        foreach (var body in bodies)
        {
            Assert.True(_channel.Writer.TryWrite(body));
        }
    }
}
