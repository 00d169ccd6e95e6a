using System.Diagnostics.Metrics;

namespace Hevlayer.Workers;

/// <summary>Measures one worker that claims.</summary>
internal sealed class WorkerTelemetry(string pipelineId) : EngineTelemetry(Shared, pipelineId)
{
    private static readonly Meter Meter = WorkerDiagnostics.Meter;
    private static readonly EngineInstruments Shared = new("hevlayer.worker", "document", "claimed", "heartbeat");

    private static readonly Counter<long> CompletedDocuments = Meter.CreateCounter<long>("hevlayer.worker.documents.completed", "{document}", "Documents indexed, staged again or moved on.");
    private static readonly Counter<long> FailedDocuments = Meter.CreateCounter<long>("hevlayer.worker.documents.failed", "{document}", "Documents failed.");
    private static readonly Counter<long> ReleasedDocuments = Meter.CreateCounter<long>("hevlayer.worker.documents.released", "{document}", "Documents released.");
    private static readonly Histogram<double> HeartbeatAges = Meter.CreateHistogram<double>("hevlayer.worker.heartbeat.age", "s", "Time since the last heartbeat that succeeded, when the next is due.");
    private static readonly Histogram<long> BatchSizes = Meter.CreateHistogram<long>("hevlayer.worker.batch.size", "{text}", "Texts in a batch.");
    private static readonly Histogram<double> BatchFills = Meter.CreateHistogram<double>("hevlayer.worker.batch.fill", "1", "How full a batch is, by the limit it is closest to.");
    private static readonly Histogram<double> EmbedDurations = Meter.CreateHistogram<double>("hevlayer.worker.embed.duration", "s", "Time to embed a batch.");
    private static readonly Histogram<double> WriteDurations = Meter.CreateHistogram<double>("hevlayer.worker.write.duration", "s", "Time to store the result for a document.");

    public AttemptSpan StartAttempt(string documentId, int attempt) => StartAttempt("process document", documentId, attempt);

    public void DocumentCompleted(string outcome, TimeSpan duration)
    {
        CompletedDocuments.Add(1, Pipeline, new("hevlayer.outcome", outcome));
        WriteDurations.Record(duration.TotalSeconds, Pipeline);
    }

    public void DocumentFailed(FaultKind kind) => FailedDocuments.Add(1, Pipeline, new("error.type", FailureNames.Of(kind)));

    public override void Released(long items) => ReleasedDocuments.Add(items, Pipeline);

    public override void RenewalDue(TimeSpan age) => HeartbeatAges.Record(age.TotalSeconds, Pipeline);

    public void Embedded(EmbeddedBatch batch)
    {
        BatchSizes.Record(batch.Texts, Pipeline);
        BatchFills.Record(batch.Fill, Pipeline);
        EmbedDurations.Record(batch.Time.TotalSeconds, Pipeline);
    }
}
