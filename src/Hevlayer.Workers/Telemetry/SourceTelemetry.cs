using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hevlayer.Workers;

/// <summary>Measures one source worker.</summary>
internal sealed class SourceTelemetry(string pipelineId) : EngineTelemetry(Shared, pipelineId)
{
    private static readonly Meter Meter = WorkerDiagnostics.Meter;
    private static readonly EngineInstruments Shared = new("hevlayer.source", "message", "received", "renewal");

    private static readonly Counter<long> SkippedMessages = Meter.CreateCounter<long>("hevlayer.source.messages.skipped", "{message}", "Messages skipped: nothing was to be staged for them.");
    private static readonly Counter<long> RejectedMessages = Meter.CreateCounter<long>("hevlayer.source.messages.rejected", "{message}", "Messages returned to the source, or rejected permanently.");
    private static readonly Counter<long> StagedDocuments = Meter.CreateCounter<long>("hevlayer.source.documents.staged", "{document}", "Documents staged.");
    private static readonly Histogram<long> DocumentChunks = Meter.CreateHistogram<long>("hevlayer.source.document.chunks", "{chunk}", "Chunks of a document.");
    private static readonly Histogram<double> StageDurations = Meter.CreateHistogram<double>("hevlayer.source.stage.duration", "s", "Time of the call that stages the chunks of a document.");

    /// <summary>The span of staging one document.</summary>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="receiveCount">Receipts of its message.</param>
    /// <param name="traceParent">Trace context of the message's sender; null for none.</param>
    public AttemptSpan StartStaging(string documentId, int receiveCount, string? traceParent)
    {
        var activity = WorkerDiagnostics.Source.StartActivity("stage document", ActivityKind.Producer);
        activity?.SetTag("messaging.system", "hevlayer");
        activity?.SetTag("messaging.operation.type", "send");
        activity?.SetTag("messaging.destination.name", PipelineId);
        activity?.SetTag("messaging.message.id", documentId);
        activity?.SetTag("hevlayer.attempt", receiveCount);
        if (activity is not null && ActivityContext.TryParse(traceParent, null, isRemote: true, out var sender))
        {
            activity.AddLink(new ActivityLink(sender));
        }

        return new(activity);
    }

    public void Staged(int chunks, TimeSpan duration)
    {
        StagedDocuments.Add(1, Pipeline);
        DocumentChunks.Record(chunks, Pipeline);
        StageDurations.Record(duration.TotalSeconds, Pipeline);
    }

    public void Skipped() => SkippedMessages.Add(1, Pipeline);

    public void Rejected(bool isDeadLetter, FaultKind cause) => RejectedMessages.Add(
        1,
        Pipeline,
        new("hevlayer.rejection", isDeadLetter ? "dead_letter" : "come_back"),
        new("error.type", FailureNames.Of(cause)));
}
