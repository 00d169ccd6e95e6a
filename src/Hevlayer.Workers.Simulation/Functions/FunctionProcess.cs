using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers.Simulation;

/// <summary>One process of a history that runs a function worker.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A process that is killed releases nothing, and nothing here holds more than memory.")]
internal sealed class FunctionProcess
{
    private readonly CancellationTokenSource _stop = new();
    private readonly VirtualTime _time;
    private readonly FunctionWorker _worker;
    private readonly TimeSpan _began;
    private TimeSpan? _stoppedAt;

    public FunctionProcess(SimulatedNode node, VirtualTime time, FunctionWorkerOptions options, IFunctionGateway gateway, IFunctionHandler handler, Random random)
    {
        Node = node;
        Options = options;
        _time = time;
        _began = time.Elapsed;
        Status = new WorkerStatus(node.Name, string.Empty, options.LivenessLimit, node.Clock) { FunctionId = options.FunctionId };
        _worker = new FunctionWorker(options, gateway, handler, Status, new FunctionTelemetry(options.FunctionId), node.Clock, random, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, _stop.Token);
    }

    public SimulatedNode Node { get; }

    public FunctionWorkerOptions Options { get; }

    public WorkerStatus Status { get; }

    public TimeSpan Lived { get; private set; }

    /// <summary>Time that it stood still since it was told to end.</summary>
    public TimeSpan StoodStill { get; set; }

    /// <summary>Time from the stop signal to the end, without the time it stood still in between; null before.</summary>
    public TimeSpan? DrainTime { get; private set; }

    public bool IsStopping { get; private set; }

    public void Start(Action<FunctionProcess> onEnd) => Node.Start(async () =>
    {
        await _worker.RunAsync();
        Lived = _time.Elapsed - _began;
        DrainTime = _time.Elapsed - _stoppedAt!.Value - StoodStill;
        onEnd(this);
    });

    public void Stop()
    {
        if (!IsStopping)
        {
            IsStopping = true;
            Node.Run(() =>
            {
                _stoppedAt = _time.Elapsed;
                StoodStill = TimeSpan.Zero;
                _stop.Cancel();
            });
        }
    }
}
