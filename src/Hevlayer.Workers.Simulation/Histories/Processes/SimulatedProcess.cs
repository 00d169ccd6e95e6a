using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers.Simulation;

/// <summary>One process of a history, from its start to its end.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A process that is killed releases nothing, and nothing here holds more than memory.")]
internal abstract class SimulatedProcess(ProcessRole role, SimulatedNode node, VirtualTime time)
{
    private readonly CancellationTokenSource _stop = new();
    private TimeSpan? _stoppedAt;

    public ProcessRole Role => role;

    public SimulatedNode Node => node;

    /// <summary>What outlives it.</summary>
    public virtual AttemptRecords? Disk => null;

    public abstract WorkerStatus Status { get; }

    public abstract WorkerShutdownOptions Shutdown { get; }

    /// <summary>Whether it has been told to end.</summary>
    public bool IsStopping { get; private set; }

    public bool HasEnded { get; private set; }

    /// <summary>Time since the stop signal reached it; null before.</summary>
    public TimeSpan? StoppedFor => time.Elapsed - _stoppedAt;

    /// <summary>Time from the stop signal to the end, without the time it stood still in between.</summary>
    public TimeSpan DrainTime { get; private set; }

    public TimeSpan StoodStill { get; set; }

    protected CancellationToken Stopping => _stop.Token;

    public void Start(Action<SimulatedProcess> onEnd) => node.Start(async () =>
    {
        await RunAsync();
        HasEnded = true;
        DrainTime = StoppedFor!.Value - StoodStill;
        onEnd(this);
    });

    public void Stop()
    {
        if (!IsStopping)
        {
            IsStopping = true;
            node.Run(() =>
            {
                // A signal reaches a process that stands still when it goes on.
                _stoppedAt = time.Elapsed;
                StoodStill = TimeSpan.Zero;
                _stop.Cancel();
            });
        }
    }

    /// <summary>What is wrong with its orderly end.</summary>
    /// <param name="world">The world of that moment.</param>
    public abstract IEnumerable<string> EndViolations(World world);

    /// <summary>Why it failed a document; null where it did not, or did not say why.</summary>
    public abstract string? ReasonOf(string documentId);

    /// <summary>Whether it said that it could not write down why a document failed.</summary>
    public virtual bool HasMissed(string documentId) => false;

    protected abstract Task RunAsync();
}
