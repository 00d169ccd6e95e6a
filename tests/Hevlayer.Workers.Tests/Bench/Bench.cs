using System.Globalization;
using Hevlayer.Workers.Simulation;

namespace Hevlayer.Workers.Tests;

/// <summary>Workers and a gateway on one thread and virtual time. Time passes when a test says so.</summary>
internal sealed class Bench
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    // A worker that spins must fail its test, and not hang all of them.
    private static readonly TimeSpan LongestForReal = TimeSpan.FromSeconds(20);

    private readonly List<BenchWorker> _workers = [];

    public Bench()
    {
        Time = new VirtualTime(new Random(1));
        Gateway = new GatewayModel(Time.AddNode("gateway").Clock);
    }

    public VirtualTime Time { get; }

    public GatewayModel Gateway { get; }

    public TimeSpan Now => Time.Elapsed;

    /// <summary>Options with round numbers: a lease of a minute, a handler of an hour.</summary>
    public static DocumentWorkerOptions Options(Action<DocumentWorkerOptions>? configure = null)
    {
        var options = new DocumentWorkerOptions
        {
            PipelineId = "products",
            WorkerId = "worker-1",
            Lease = TimeSpan.FromMinutes(1),
            HandlerTimeout = TimeSpan.FromHours(1),
        };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>Stages documents of one short chunk each.</summary>
    public void Stage(params IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            Gateway.Stage(id, [new Chunk { Id = $"{id}-0", Text = $"{id} says something" }]);
        }
    }

    /// <summary>Stages <paramref name="count"/> documents: <c>d1</c>, <c>d2</c>, ...</summary>
    public void StageMany(int count) => Stage(Enumerable.Range(1, count).Select(static number => string.Create(CultureInfo.InvariantCulture, $"d{number}")));

    public BenchWorker Start(IDocumentHandler handler, Action<DocumentWorkerOptions>? configure = null) => Start(_ => handler, configure);

    public BenchWorker Start(Func<DocumentContext, CancellationToken, Task<DocumentOutcome>> work, Action<DocumentWorkerOptions>? configure = null) =>
        Start(new WorkHandler(work), configure);

    public BenchWorker Start(Func<BenchWorker, IDocumentHandler> handler, Action<DocumentWorkerOptions>? configure = null, IAttemptJournal? journal = null)
    {
        var options = Options(configure);
        var worker = new BenchWorker(Time.AddNode(options.WorkerId), Time, Gateway, options, handler, journal);
        _workers.Add(worker);
        return worker;
    }

    public string StageOf(string id) => Gateway.Documents.Single(document => document.Id == id).Stage;

    public string? HolderOf(string id) => Gateway.Documents.Single(document => document.Id == id).WorkerId?.Split('~')[0];

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
        var began = TimeProvider.System.GetTimestamp();
        var isLate = false;
        var came = Time.RunUntil(() => isOver() || (isLate = TimeProvider.System.GetElapsedTime(began) > LongestForReal), Now + Longest);
        Assert.False(isLate, $"What was waited for did not come within {LongestForReal} of real time.");
        Assert.True(came, "What was waited for did not come.");
        Check();
    }

    /// <summary>Lets a worker end.</summary>
    public void End(BenchWorker worker)
    {
        worker.Stop();
        RunUntil(() => worker.EndedAt is not null);
    }

    private void Check() => Assert.DoesNotContain(_workers, static worker => worker.Node.HasLeftThread);
}
