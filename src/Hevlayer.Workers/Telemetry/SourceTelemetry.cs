using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hevlayer.Workers;

/// <summary>Measures one source worker: every instrument is tagged with its pipeline.</summary>
internal sealed class SourceTelemetry(string pipelineId)
{
    private static readonly Meter Meter = WorkerDiagnostics.Meter;

    private static readonly Counter<long> ReceivedMessages = Meter.CreateCounter<long>("hevlayer.source.messages.received", "{message}", "Messages received.");
    private static readonly UpDownCounter<long> HeldMessages = Meter.CreateUpDownCounter<long>("hevlayer.source.messages.held", "{message}", "Messages held.");
    private static readonly Counter<long> SkippedMessages = Meter.CreateCounter<long>("hevlayer.source.messages.skipped", "{message}", "Messages passed over: nothing was to be staged for them.");
    private static readonly Counter<long> RejectedMessages = Meter.CreateCounter<long>("hevlayer.source.messages.rejected", "{message}", "Messages given back to come again, or put aside.");
    private static readonly Counter<long> StagedDocuments = Meter.CreateCounter<long>("hevlayer.source.documents.staged", "{document}", "Documents staged.");
    private static readonly Histogram<long> DocumentChunks = Meter.CreateHistogram<long>("hevlayer.source.document.chunks", "{chunk}", "Chunks of a document.");
    private static readonly Histogram<double> StageDurations = Meter.CreateHistogram<double>("hevlayer.source.stage.duration", "s", "Time of the call that stages the chunks of a document.");
    private static readonly Histogram<double> QueueWaits = Meter.CreateHistogram<double>("hevlayer.source.queue.wait", "s", "Time from the receipt of a message to the work on it.");
    private static readonly Counter<long> FailedAttempts = Meter.CreateCounter<long>("hevlayer.source.attempts.failed", "{attempt}", "Attempts to stage a document that failed.");
    private static readonly Counter<long> LostMessages = Meter.CreateCounter<long>("hevlayer.source.leases.lost", "{lease}", "Messages lost while they were worked on.");
    private static readonly Counter<long> FailedRenewals = Meter.CreateCounter<long>("hevlayer.source.renewals.failed", "{renewal}", "Renewals of a message's lease that failed.");

    private readonly KeyValuePair<string, object?> _pipeline = new("hevlayer.pipeline", pipelineId);

    /// <summary>The span of staging one document.</summary>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="receiveCount">Receipts of its message.</param>
    /// <param name="traceParent">Trace context of the message's sender; null for none.</param>
    public AttemptSpan StartStaging(string documentId, int receiveCount, string? traceParent)
    {
        var activity = WorkerDiagnostics.Source.StartActivity("stage document", ActivityKind.Producer);
        activity?.SetTag("messaging.system", "hevlayer");
        activity?.SetTag("messaging.operation.type", "send");
        activity?.SetTag("messaging.destination.name", pipelineId);
        activity?.SetTag("messaging.message.id", documentId);
        activity?.SetTag("hevlayer.attempt", receiveCount);
        if (activity is not null && ActivityContext.TryParse(traceParent, null, isRemote: true, out var sender))
        {
            activity.AddLink(new ActivityLink(sender));
        }

        return new(activity);
    }

    public void Received(int messages)
    {
        ReceivedMessages.Add(messages, _pipeline);
        HeldMessages.Add(messages, _pipeline);
    }

    public void Let() => HeldMessages.Add(-1, _pipeline);

    public void Began(TimeSpan sinceReceipt) => QueueWaits.Record(sinceReceipt.TotalSeconds, _pipeline);

    public void Staged(int chunks, TimeSpan duration)
    {
        StagedDocuments.Add(1, _pipeline);
        DocumentChunks.Record(chunks, _pipeline);
        StageDurations.Record(duration.TotalSeconds, _pipeline);
    }

    public void Skipped() => SkippedMessages.Add(1, _pipeline);

    public void Rejected(Rejection rejection, FaultKind cause) => RejectedMessages.Add(
        1,
        _pipeline,
        new("hevlayer.rejection", rejection.IsDeadLetter ? "dead_letter" : "come_back"),
        new("error.type", FailureNames.Of(cause)));

    public void AttemptFailed(FaultKind kind) => FailedAttempts.Add(1, _pipeline, new("error.type", FailureNames.Of(kind)));

    public void LeaseLost() => LostMessages.Add(1, _pipeline);

    public void RenewalFailed() => FailedRenewals.Add(1, _pipeline);
}
