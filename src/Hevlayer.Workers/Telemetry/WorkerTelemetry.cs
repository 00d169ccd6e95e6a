using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hevlayer.Workers;

/// <summary>Measures one worker: every instrument is tagged with its pipeline.</summary>
internal sealed class WorkerTelemetry(string pipelineId)
{
    private static readonly Meter Meter = WorkerDiagnostics.Meter;

    private static readonly Counter<long> ClaimedDocuments = Meter.CreateCounter<long>("hevlayer.worker.documents.claimed", "{document}", "Documents claimed.");
    private static readonly Counter<long> CompletedDocuments = Meter.CreateCounter<long>("hevlayer.worker.documents.completed", "{document}", "Documents indexed, staged again or moved on.");
    private static readonly Counter<long> FailedDocuments = Meter.CreateCounter<long>("hevlayer.worker.documents.failed", "{document}", "Documents set aside as failed.");
    private static readonly Counter<long> ReleasedDocuments = Meter.CreateCounter<long>("hevlayer.worker.documents.released", "{document}", "Documents handed back.");
    private static readonly UpDownCounter<long> HeldDocuments = Meter.CreateUpDownCounter<long>("hevlayer.worker.documents.held", "{document}", "Documents held under a lease.");
    private static readonly Counter<long> FailedAttempts = Meter.CreateCounter<long>("hevlayer.worker.attempts.failed", "{attempt}", "Attempts that failed.");
    private static readonly Counter<long> LostLeases = Meter.CreateCounter<long>("hevlayer.worker.leases.lost", "{lease}", "Leases lost while a document was worked on.");
    private static readonly Counter<long> FailedHeartbeats = Meter.CreateCounter<long>("hevlayer.worker.heartbeats.failed", "{heartbeat}", "Heartbeats that failed.");
    private static readonly Histogram<double> HeartbeatAges = Meter.CreateHistogram<double>("hevlayer.worker.heartbeat.age", "s", "Time since the last heartbeat that succeeded, when the next is due.");
    private static readonly Histogram<double> QueueWaits = Meter.CreateHistogram<double>("hevlayer.worker.queue.wait", "s", "Time from the claim of a document to the work on it.");
    private static readonly Histogram<long> BatchSizes = Meter.CreateHistogram<long>("hevlayer.worker.batch.size", "{text}", "Texts in a batch.");
    private static readonly Histogram<double> BatchFills = Meter.CreateHistogram<double>("hevlayer.worker.batch.fill", "1", "How full a batch is, by the limit it is closest to.");
    private static readonly Histogram<double> EmbedDurations = Meter.CreateHistogram<double>("hevlayer.worker.embed.duration", "s", "Time to embed a batch.");
    private static readonly Histogram<double> WriteDurations = Meter.CreateHistogram<double>("hevlayer.worker.write.duration", "s", "Time to store the result for a document.");

    private readonly KeyValuePair<string, object?> _pipeline = new("hevlayer.pipeline", pipelineId);

    public AttemptSpan StartAttempt(string documentId, int attempt)
    {
        var activity = WorkerDiagnostics.Source.StartActivity("process document", ActivityKind.Consumer);
        activity?.SetTag("messaging.system", "hevlayer");
        activity?.SetTag("messaging.operation.type", "process");
        activity?.SetTag("messaging.destination.name", pipelineId);
        activity?.SetTag("messaging.message.id", documentId);
        activity?.SetTag("hevlayer.attempt", attempt);
        return new(activity);
    }

    public void Claimed(int documents)
    {
        ClaimedDocuments.Add(documents, _pipeline);
        HeldDocuments.Add(documents, _pipeline);
    }

    public void Let() => HeldDocuments.Add(-1, _pipeline);

    public void Began(TimeSpan sinceClaim) => QueueWaits.Record(sinceClaim.TotalSeconds, _pipeline);

    public void Settled(string outcome, TimeSpan duration)
    {
        CompletedDocuments.Add(1, _pipeline, new("hevlayer.outcome", outcome));
        WriteDurations.Record(duration.TotalSeconds, _pipeline);
    }

    public void AttemptFailed(FaultKind kind) => FailedAttempts.Add(1, _pipeline, new("error.type", FailureNames.Of(kind)));

    public void SetAside(FaultKind kind) => FailedDocuments.Add(1, _pipeline, new("error.type", FailureNames.Of(kind)));

    public void HandedBack(long documents) => ReleasedDocuments.Add(documents, _pipeline);

    public void LeaseLost() => LostLeases.Add(1, _pipeline);

    public void HeartbeatFailed() => FailedHeartbeats.Add(1, _pipeline);

    public void HeartbeatAge(TimeSpan age) => HeartbeatAges.Record(age.TotalSeconds, _pipeline);

    public void Embedded(int texts, double fill, TimeSpan duration)
    {
        BatchSizes.Record(texts, _pipeline);
        BatchFills.Record(fill, _pipeline);
        EmbedDurations.Record(duration.TotalSeconds, _pipeline);
    }
}
