using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>All that workers log. Ids of documents are named; their text, vectors, messages and keys never are.</summary>
// In one file: the logging generator writes the classes of several files in an order that changes from build to build.
internal static partial class WorkerLog
{
    [LoggerMessage(1, LogLevel.Information, "Worker {WorkerId} claims '{Stage}' of pipeline {PipelineId} as '{ClaimStage}', {Lease} at a time.")]
    public static partial void Started(this ILogger log, string workerId, string stage, string pipelineId, string claimStage, TimeSpan lease);

    [LoggerMessage(2, LogLevel.Information, "Worker {WorkerId} begins to end and holds {Held} documents.")]
    public static partial void Draining(this ILogger log, string workerId, int held);

    [LoggerMessage(3, LogLevel.Information, "Worker {WorkerId} has ended: {Completed} completed, {Failed} failed, {Released} handed back.")]
    public static partial void Stopped(this ILogger log, string workerId, long completed, long failed, long released);

    [LoggerMessage(4, LogLevel.Warning, "Shutdown may take {Total}, but the host allows {Allowed}: documents may stay claimed until their leases are over. Shorten DrainTime or lengthen the host's ShutdownTimeout and the pod's grace period.")]
    public static partial void ShutdownTooLong(this ILogger log, TimeSpan total, TimeSpan allowed);

    [LoggerMessage(10, LogLevel.Debug, "Claimed {Count} documents as {Holder}.")]
    public static partial void Claimed(this ILogger log, int count, string holder);

    [LoggerMessage(11, LogLevel.Warning, "Claim failed, {Failures} in a row; the next one comes in {Pause}.")]
    public static partial void ClaimFailed(this ILogger log, int failures, TimeSpan pause, Exception exception);

    [LoggerMessage(12, LogLevel.Warning, "{Failures} attempts have failed and none has succeeded since; the next claim waits {Pause}.")]
    public static partial void ClaimsHeldBack(this ILogger log, int failures, TimeSpan pause);

    [LoggerMessage(20, LogLevel.Warning, "Heartbeat for {Count} documents failed and will be repeated.")]
    public static partial void HeartbeatFailed(this ILogger log, int count, Exception exception);

    [LoggerMessage(21, LogLevel.Warning, "The lease of document {DocumentId} is lost; the work on it ends and nothing is written.")]
    public static partial void LeaseLost(this ILogger log, string documentId);

    [LoggerMessage(30, LogLevel.Debug, "Document {DocumentId} is now {Stage}.")]
    public static partial void DocumentSettled(this ILogger log, string documentId, string stage);

    [LoggerMessage(31, LogLevel.Warning, "Attempt {Attempt} at document {DocumentId} failed: {Reason}")]
    public static partial void AttemptFailed(this ILogger log, string documentId, int attempt, string reason, Exception? exception);

    [LoggerMessage(32, LogLevel.Error, "Document {DocumentId} is set aside as failed, with {Attempts} failed attempts behind it: {Reason}")]
    public static partial void DocumentFailed(this ILogger log, string documentId, string reason, int attempts, Exception? exception);

    [LoggerMessage(33, LogLevel.Warning, "The result for document {DocumentId} could not be stored ({Failures} failures): {Reason}")]
    public static partial void SettlementFailed(this ILogger log, string documentId, int failures, string reason, Exception? exception);

    [LoggerMessage(34, LogLevel.Error, "Document {DocumentId} could not be set aside and comes back when its lease is over: {Reason}")]
    public static partial void NotSetAside(this ILogger log, string documentId, string reason, Exception? exception);

    [LoggerMessage(35, LogLevel.Error, "The handler of document {DocumentId} was cancelled {Grace} ago and still goes on; it is left to itself.")]
    public static partial void HandlerAbandoned(this ILogger log, string documentId, TimeSpan grace);

    [LoggerMessage(36, LogLevel.Error, "The work on document {DocumentId} broke; the document comes back when its lease is over.")]
    public static partial void RunBroken(this ILogger log, string documentId, Exception exception);

    [LoggerMessage(37, LogLevel.Information, "Document {DocumentId} was staged again or claimed by another while it was worked on, and indexed meanwhile; it goes back to its first stage, so that no old row stays.")]
    public static partial void PutBack(this ILogger log, string documentId);

    [LoggerMessage(38, LogLevel.Warning, "What an attempt may have left of document {DocumentId} could not be cleared ({Failures} failures); the call is retried.")]
    public static partial void RepairFailed(this ILogger log, string documentId, int failures, Exception exception);

    [LoggerMessage(39, LogLevel.Warning, "Document {DocumentId} was worked on when an earlier process of this worker died; it is released.")]
    public static partial void AbandonedReleased(this ILogger log, string documentId);

    [LoggerMessage(52, LogLevel.Error, "The journal of attempts failed; a document that kills this process may be counted as new.")]
    public static partial void JournalFailed(this ILogger log, Exception exception);

    [LoggerMessage(40, LogLevel.Information, "Handed back {Count} documents.")]
    public static partial void HandedBack(this ILogger log, long count);

    [LoggerMessage(41, LogLevel.Error, "{Count} documents could not be handed back in time; they come back when their leases are over.")]
    public static partial void NotHandedBack(this ILogger log, int count, Exception? exception);

    [LoggerMessage(50, LogLevel.Critical, "The worker's loop broke and begins anew in {Pause}.")]
    public static partial void LoopBroken(this ILogger log, TimeSpan pause, Exception exception);

    [LoggerMessage(51, LogLevel.Critical, "The loop of worker {Worker} has shown no sign of life for {Silence}.")]
    public static partial void LoopStuck(this ILogger log, string worker, TimeSpan silence);

    [LoggerMessage(60, LogLevel.Warning, "A batch of {Texts} texts of {Documents} documents failed and is split.")]
    public static partial void BatchSplit(this ILogger log, int texts, int documents, Exception exception);

    [LoggerMessage(101, LogLevel.Information, "The source worker stages documents in pipeline {PipelineId}, {Documents} at one time.")]
    public static partial void SourceStarted(this ILogger log, string pipelineId, int documents);

    [LoggerMessage(102, LogLevel.Information, "The source worker of pipeline {PipelineId} begins to end and holds {Held} messages.")]
    public static partial void SourceDraining(this ILogger log, string pipelineId, int held);

    [LoggerMessage(103, LogLevel.Information, "The source worker of pipeline {PipelineId} has ended: {Staged} staged, {Failed} put aside, {Released} handed back.")]
    public static partial void SourceStopped(this ILogger log, string pipelineId, long staged, long failed, long released);

    [LoggerMessage(110, LogLevel.Debug, "Received {Count} messages.")]
    public static partial void Received(this ILogger log, int count);

    [LoggerMessage(111, LogLevel.Warning, "Receive failed, {Failures} in a row; the next one comes in {Pause}.")]
    public static partial void ReceiveFailed(this ILogger log, int failures, TimeSpan pause, Exception exception);

    [LoggerMessage(112, LogLevel.Warning, "{Failures} attempts have failed and none has succeeded since; the next receive waits {Pause}.")]
    public static partial void ReceivesHeldBack(this ILogger log, int failures, TimeSpan pause);

    [LoggerMessage(120, LogLevel.Warning, "The message of document {DocumentId} was not renewed; that will be repeated.")]
    public static partial void RenewalFailed(this ILogger log, string documentId, Exception exception);

    [LoggerMessage(121, LogLevel.Warning, "The source says that the message of document {DocumentId} is no longer ours: {Reason}")]
    public static partial void RenewalRefused(this ILogger log, string documentId, string reason);

    [LoggerMessage(122, LogLevel.Warning, "The message of document {DocumentId} is lost; the work on it ends and it is not acknowledged.")]
    public static partial void MessageLost(this ILogger log, string documentId);

    [LoggerMessage(130, LogLevel.Debug, "Document {DocumentId} is staged in {Chunks} chunks.")]
    public static partial void DocumentStaged(this ILogger log, string documentId, int chunks);

    [LoggerMessage(131, LogLevel.Debug, "The message of document {DocumentId} is passed over.")]
    public static partial void MessageSkipped(this ILogger log, string documentId);

    [LoggerMessage(132, LogLevel.Warning, "Document {DocumentId} was not staged (receipt {ReceiveCount} of its message): {Reason}")]
    public static partial void StagingFailed(this ILogger log, string documentId, int receiveCount, string reason, Exception? exception);

    [LoggerMessage(133, LogLevel.Error, "The message of document {DocumentId} is put aside at receipt {ReceiveCount}: {Reason}")]
    public static partial void MessagePutAside(this ILogger log, string documentId, int receiveCount, string reason, Exception? exception);

    [LoggerMessage(134, LogLevel.Information, "The message of document {DocumentId} comes back in {Delay}.")]
    public static partial void MessageComesBack(this ILogger log, string documentId, TimeSpan delay);

    [LoggerMessage(135, LogLevel.Warning, "The message of document {DocumentId} could not be settled ({Failures} failures) and that will be repeated.")]
    public static partial void SettlingFailed(this ILogger log, string documentId, int failures, Exception exception);

    [LoggerMessage(136, LogLevel.Error, "The message of document {DocumentId} could not be settled ({Failures} failures) and is left to come back by itself.")]
    public static partial void NotSettled(this ILogger log, string documentId, int failures, Exception exception);

    [LoggerMessage(137, LogLevel.Error, "The work on the message of document {DocumentId} broke; the message comes back by itself.")]
    public static partial void MessageBroken(this ILogger log, string documentId, Exception exception);

    [LoggerMessage(140, LogLevel.Information, "Handed back {Count} messages.")]
    public static partial void MessagesHandedBack(this ILogger log, int count);

    [LoggerMessage(141, LogLevel.Error, "{Count} messages could not be handed back in time; they come back by themselves.")]
    public static partial void MessagesNotHandedBack(this ILogger log, int count);
}
