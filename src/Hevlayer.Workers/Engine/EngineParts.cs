using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>What the parts of one running worker share, whatever it works on.</summary>
internal class EngineParts : IDisposable
{
    private readonly CancellationTokenSource _abort = new();
    private readonly CancellationTokenSource _lastTake;

    /// <summary>Makes the parts of one run of a worker.</summary>
    /// <param name="limits">Within which limits it works.</param>
    /// <param name="progress">Where it notes what it does.</param>
    /// <param name="telemetry">Measures it.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="random">Chance for pauses; asked from many threads.</param>
    /// <param name="log">The log.</param>
    /// <param name="stopping">Cancelled when the worker begins to end.</param>
    public EngineParts(WorkLimits limits, WorkerProgress progress, EngineTelemetry telemetry, TimeProvider clock, Random random, ILogger log, CancellationToken stopping)
    {
        Limits = limits;
        Progress = progress;
        EngineTelemetry = telemetry;
        Clock = clock;
        Random = random;
        Log = log;
        Stopping = stopping;
        Abort = _abort.Token;
        _lastTake = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        LastTake = _lastTake.Token;
        Held = new HeldItems(telemetry);
        Places = new Gate(limits.MaxConcurrent);
        Trouble = new SharedTrouble(Places, limits.MaxConcurrent, clock);
    }

    public WorkLimits Limits { get; }

    public WorkerProgress Progress { get; }

    public EngineTelemetry EngineTelemetry { get; }

    public TimeProvider Clock { get; }

    public Random Random { get; }

    public ILogger Log { get; }

    public HeldItems Held { get; }

    /// <summary>Places for items that are worked on.</summary>
    public Gate Places { get; }

    public SharedTrouble Trouble { get; }

    /// <summary>Cancelled when the worker begins to end.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Cancelled when the drain time is over.</summary>
    public CancellationToken Abort { get; }

    /// <summary>Cancelled when there would be no time left to release what a call brings.</summary>
    public CancellationToken LastTake { get; }

    /// <summary>The times of the end begin to run.</summary>
    public void BeginDrain() => _lastTake.CancelAfter(Limits.Shutdown.LastTake);

    /// <summary>The drain time is over: what still runs is cancelled.</summary>
    public void AbortWork() => _abort.Cancel();

    public void Dispose()
    {
        _abort.Dispose();
        _lastTake.Dispose();
    }
}
