using System.Globalization;
using Hevlayer.Workers.Simulation;

namespace Hevlayer.Workers.Tests.Sources;

/// <summary>
/// Source workers, a queue and a gateway on one thread and virtual time. Time passes when a test says so. The queue hides
/// messages for a minute.
/// </summary>
internal sealed class SourceBench
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    private readonly List<SourceBenchWorker> _workers = [];
    private readonly TimeProvider _clock;

    public SourceBench(TimeSpan? longPoll = null, bool hasLeases = true, TimeSpan? visibility = null, int seed = 1)
    {
        Time = new VirtualTime(new Random(seed));
        _clock = Time.AddNode("elsewhere").Clock;
        Queue = new QueueModel(_clock) { LongPoll = longPoll ?? TimeSpan.Zero, Visibility = hasLeases ? visibility ?? TimeSpan.FromMinutes(1) : null };
        Shelf = new ChunkShelf(_clock);
    }

    public VirtualTime Time { get; }

    public QueueModel Queue { get; }

    public ChunkShelf Shelf { get; }

    public TimeSpan Now => Time.Elapsed;

    public SourceBenchWorker Start(Action<SourceWorkerOptions>? configure = null) => Start(Queue, UpdateMapper.OfText, configure);

    public SourceBenchWorker Start(IDocumentSource<Update> source) => Start(source, UpdateMapper.OfText, configure: null);

    public SourceBenchWorker Start(Func<SourceMessage<Update>, CancellationToken, Task<SourceDocument?>> map, Action<SourceWorkerOptions>? configure = null) =>
        Start(Queue, new UpdateMapper(map), configure);

    /// <summary>A pause on the clock of the bench, for mappers.</summary>
    public Task PauseAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, _clock, cancellationToken);

    /// <summary>Lets a time pass.</summary>
    public void Run(TimeSpan time)
    {
        var end = Now + time;
        Time.After(time, static () => { });
        Time.RunUntil(static () => false, end);
        Check();
    }

    /// <summary>Lets time pass until a condition holds, which must come within two days.</summary>
    public void RunUntil(Func<bool> isOver)
    {
        Assert.True(Time.RunUntil(isOver, Now + Longest), "What was waited for did not come.");
        Check();
    }

    /// <summary>Lets time pass until no message is in the queue, and all that follows from that has happened.</summary>
    public void RunUntilEmpty()
    {
        RunUntil(() => Queue.Left.Count == 0);
        Run(TimeSpan.FromMilliseconds(100));
    }

    /// <summary>Lets a worker end, and gives the time that took.</summary>
    public TimeSpan End(SourceBenchWorker worker)
    {
        worker.Stop();
        RunUntil(() => worker.EndedAt is not null);
        return worker.EndedAt!.Value - worker.StoppedAt;
    }

    private SourceBenchWorker Start(IDocumentSource<Update> source, IDocumentMapper<Update> mapper, Action<SourceWorkerOptions>? configure)
    {
        var options = new SourceWorkerOptions { PipelineId = "products", HandlerTimeout = TimeSpan.FromHours(1) };
        configure?.Invoke(options);
        var name = string.Create(CultureInfo.InvariantCulture, $"source-{_workers.Count}");
        var worker = new SourceBenchWorker(Time.AddNode(name), Time, source, Shelf, options, mapper);
        _workers.Add(worker);
        return worker;
    }

    private void Check() => Assert.DoesNotContain(_workers, static worker => worker.Node.HasLeftThread);
}
