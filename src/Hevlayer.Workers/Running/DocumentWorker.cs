using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>
/// One running worker: claims, works, keeps the leases, and ends in two phases. It awaits on the context it was started on,
/// so that a simulation runs it on one thread.
/// </summary>
internal sealed class DocumentWorker : IDisposable
{
    // Until the first document has shown how large the model's vectors are.
    private const long TypicalVector = 1024 * sizeof(float);

    private readonly CancellationTokenSource _abort = new();
    private readonly CancellationTokenSource _lastClaim;
    private readonly WorkerParts _parts;
    private readonly RunningWork<HeldDocument> _running;
    private readonly HandBack _handBack;
    private readonly LeaseKeeper _keeper;

    public DocumentWorker(DocumentWorkerOptions options, IPipelineGateway gateway, IDocumentHandler handler, WorkerStatus status, WorkerTelemetry telemetry, TimeProvider clock, Random random, ILogger log, CancellationToken stopping, IAttemptJournal? journal = null)
    {
        var terms = new LeaseTerms(options.Lease);
        _lastClaim = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        var places = new Gate(options.MaxConcurrentDocuments);
        _parts = new WorkerParts
        {
            Options = options,
            Gateway = gateway,
            Handler = handler,
            Clock = clock,
            Random = random,
            Log = log,
            Status = status,
            Telemetry = telemetry,
            Held = new HeldDocuments(terms, clock, telemetry),
            Places = places,
            Memory = new Gate(options.MaxBufferedBytes),
            Vectors = new Gate(options.MaxBufferedBytes),
            Bodies = new Gate(options.MaxBufferedBytes),
            Holders = new ClaimHolders(options.WorkerId, random),
            Versions = new RowVersions(clock, random),
            Completions = new Completions(gateway, _abort.Token),
            Trouble = new SharedTrouble(places, options.MaxConcurrentDocuments, clock),
            Stopping = stopping,
            Abort = _abort.Token,
        };
        if (handler is IWorkProbe)
        {
            status.ExpectVectors(TypicalVector);
        }

        _parts.Attempts = journal is null ? null : new AttemptNotes(journal, _parts);
        _running = new RunningWork<HeldDocument>(RunAsync);
        _handBack = new HandBack(_parts);
        _keeper = new LeaseKeeper(gateway, _parts.Held, terms, clock, random, telemetry, log);
    }

    /// <summary>Works until the stop signal, and then until nothing is held any more. Never fails.</summary>
    public async Task RunAsync()
    {
        var options = _parts.Options;
        _parts.Log.Started(options.WorkerId, options.Stage, options.PipelineId, options.ClaimStage, options.Lease);
        _parts.Status.State = WorkerState.Running;
        using var keeping = new CancellationTokenSource();
        var keeper = _keeper.RunAsync(keeping.Token);
        var claiming = ClaimAsync();
        await _parts.Stopping.CancelledAsync();

        _lastClaim.CancelAfter(options.Shutdown.LastClaim);
        _parts.Log.Draining(options.WorkerId, _parts.Held.Count);
        _parts.Status.State = WorkerState.Draining;
        await new Drain(options.Shutdown, _parts.Clock, _abort).RunAsync(_running, claiming, _handBack.ReleaseAsync, () => _parts.Held.All);
        keeping.Cancel();
        await keeper;
        _parts.Status.State = WorkerState.Stopped;
        _parts.Log.Stopped(options.WorkerId, _parts.Status.Completed, _parts.Status.Failed, _parts.Status.Released);
    }

    public void Dispose()
    {
        _abort.Dispose();
        _lastClaim.Dispose();
    }

    private async Task ClaimAsync()
    {
        await new AbandonedDocuments(_parts).ReleaseAsync();
        await new ClaimLoop(_parts, _running, _lastClaim.Token).RunAsync();
        _running.Ended.Set();
    }

    private async Task<bool> RunAsync(HeldDocument held)
    {
        var run = new DocumentRun(_parts, held);
        await run.RunAsync();
        return run.IsLeft;
    }
}
