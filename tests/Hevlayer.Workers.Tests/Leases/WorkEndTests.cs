namespace Hevlayer.Workers.Tests;

public sealed class WorkEndTests
{
    private readonly Bench _bench = new();
    private readonly List<WorkEnd> _ends = [];

    [Fact]
    public void End_WorkMayGoOn_IsNone()
    {
        Observe(static _ => { });

        Assert.Equal([WorkEnd.None], _ends);
    }

    [Fact]
    public void End_LeaseIsLost_SaysSo()
    {
        Observe(bench => bench.Gateway.TakeAway("a", "embedding", DocumentStage.Pending));

        Assert.Equal([WorkEnd.LeaseLost], _ends);
    }

    [Fact]
    public void End_TimeIsOver_SaysSo()
    {
        Observe(static _ => { }, static options => options.HandlerTimeout = TimeSpan.FromSeconds(30));

        Assert.Equal([WorkEnd.Deadline], _ends);
    }

    [Fact]
    public void End_WorkerStops_SaysSoWhileTheWorkMayGoOn()
    {
        _bench.Stage("a");
        var token = default(CancellationToken);
        var worker = _bench.Start(async (document, cancellationToken) =>
        {
            token = cancellationToken;
            await Task.Delay(TimeSpan.FromSeconds(10), document.Clock, cancellationToken);
            _ends.Add(document.End);
            return WorkHandler.Rows(document);
        });
        _bench.Run(TimeSpan.FromSeconds(5));

        worker.Stop();
        _bench.Run(TimeSpan.FromSeconds(1));
        Assert.False(token.IsCancellationRequested);
        _bench.RunUntil(() => worker.EndedAt is not null);

        Assert.Equal([WorkEnd.Stopping], _ends);
        Assert.Equal("indexed", _bench.StageOf("a"));
    }

    [Fact]
    public void End_SeveralReasons_TheLostLeaseCountsFirstAndThenTheDeadline()
    {
        var cancelled = new CancellationToken(canceled: true);
        var document = new DocumentContext { Id = "a", PipelineId = "products", WorkerId = "worker-1", Stopping = cancelled };

        Assert.Equal(WorkEnd.Stopping, document.End);
        document = new() { Id = "a", PipelineId = "products", WorkerId = "worker-1", Stopping = cancelled, Deadline = cancelled };
        Assert.Equal(WorkEnd.Deadline, document.End);
        document = new() { Id = "a", PipelineId = "products", WorkerId = "worker-1", Stopping = cancelled, Deadline = cancelled, LeaseLost = cancelled };
        Assert.Equal(WorkEnd.LeaseLost, document.End);
    }

    // The work takes a minute, or ends when it is cancelled; then it notes why.
    private void Observe(Action<Bench> trouble, Action<DocumentWorkerOptions>? configure = null)
    {
        _bench.Stage("a");
        _bench.Start(
            async (document, cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromMinutes(1), document.Clock, cancellationToken).ContinueQuietlyAsync();
                _ends.Add(document.End);
                return WorkHandler.Rows(document);
            },
            options =>
            {
                options.MaxHeldDocuments = options.MaxConcurrentDocuments = 1;
                configure?.Invoke(options);
            });
        _bench.Run(TimeSpan.FromSeconds(5));
        trouble(_bench);
        _bench.RunUntil(() => _ends.Count > 0);
    }
}
