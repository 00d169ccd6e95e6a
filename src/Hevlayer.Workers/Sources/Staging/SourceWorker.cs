using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>
/// One running source worker: receives, stages, keeps the messages, and ends in two phases. It awaits on the context it was
/// started on, so that a simulation runs it on one thread.
/// </summary>
internal sealed class SourceWorker : IDisposable
{
    private readonly CancellationTokenSource _abort = new();
    private readonly SourceParts _parts;
    private readonly RunningWork<HeldMessage> _running;
    private readonly MessageHandBack _handBack;

    public SourceWorker(SourceWorkerOptions options, IChunkStore chunks, IMessageFeed feed, ITextChunker chunker, WorkerStatus status, SourceTelemetry telemetry, TimeProvider clock, Random random, ILogger log, CancellationToken stopping)
    {
        _parts = new SourceParts
        {
            Options = options,
            Feed = feed,
            Chunks = chunks,
            Chunker = chunker,
            Clock = clock,
            Random = random,
            Log = log,
            Status = status,
            Telemetry = telemetry,
            Held = new HeldMessages(options.SourceTimeout, clock, telemetry),
            Places = new Gate(options.MaxConcurrentDocuments),
            Lanes = new DocumentLanes(),
            Stopping = stopping,
            Abort = _abort.Token,
        };
        _running = new RunningWork<HeldMessage>(held => new MessageRun(_parts, held).RunAsync());
        _handBack = new MessageHandBack(_parts);
    }

    /// <summary>Works until the stop signal, and then until nothing is held any more. Never fails.</summary>
    public async Task RunAsync()
    {
        var options = _parts.Options;
        _parts.Log.SourceStarted(options.PipelineId, options.MaxConcurrentDocuments);
        _parts.Status.State = WorkerState.Running;
        var receiving = ReceiveAsync();
        await _parts.Stopping.CancelledAsync();

        _parts.Log.SourceDraining(options.PipelineId, _parts.Held.Count);
        _parts.Status.State = WorkerState.Draining;
        await new Drain(options.Shutdown, _parts.Clock, _abort).RunAsync(_running, receiving, _handBack.ReleaseAsync, () => _parts.Held.All);
        _parts.Status.State = WorkerState.Stopped;
        _parts.Log.SourceStopped(options.PipelineId, _parts.Status.Completed, _parts.Status.Failed, _parts.Status.Released);
    }

    public void Dispose() => _abort.Dispose();

    private async Task ReceiveAsync()
    {
        await new ReceiveLoop(_parts, _running).RunAsync();
        _running.Ended.Set();
    }
}
