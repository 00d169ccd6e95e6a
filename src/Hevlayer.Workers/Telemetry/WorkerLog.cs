using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>Everything that workers log: ids of documents, but never their text or vectors, messages or keys.</summary>
// In one file: the logging generator writes the classes of several files in an order that changes from build to build.
internal static partial class WorkerLog
{
    [LoggerMessage(1, LogLevel.Information, "Worker {Worker} claims '{Stage}' of pipeline {PipelineId} as '{ClaimStage}', under leases of {Lease}.")]
    public static partial void DocumentWorkerStarted(this ILogger log, string worker, string stage, string pipelineId, string claimStage, TimeSpan lease);

    [LoggerMessage(2, LogLevel.Information, "Worker {Worker} drains; it still holds {Held} {Items}.")]
    public static partial void Draining(this ILogger log, string worker, int held, string items);

    [LoggerMessage(3, LogLevel.Information, "Worker {Worker} has stopped: {Completed} {Items} completed, {Failed} failed, {Released} released.")]
    public static partial void Stopped(this ILogger log, string worker, long completed, string items, long failed, long released);

    [LoggerMessage(4, LogLevel.Warning, "Shutdown may take {Total}, but the host allows {Allowed}: documents may stay held until their leases expire. Shorten DrainTime or lengthen the host's ShutdownTimeout and the pod's grace period.")]
    public static partial void ShutdownTooLong(this ILogger log, TimeSpan total, TimeSpan allowed);

    [LoggerMessage(5, LogLevel.Information, "Worker {Worker} receives messages and stages documents in pipeline {PipelineId}, up to {Documents} at the same time.")]
    public static partial void SourceWorkerStarted(this ILogger log, string worker, string pipelineId, int documents);

    [LoggerMessage(10, LogLevel.Debug, "Holder {Holder} has claimed {Count} documents.")]
    public static partial void Claimed(this ILogger log, int count, string holder);

    [LoggerMessage(11, LogLevel.Warning, "Worker {Worker} could not take {Items}, {Failures} times in a row; it retries in {Pause}.")]
    public static partial void TakeFailed(this ILogger log, string worker, string items, int failures, TimeSpan pause, Exception exception);

    [LoggerMessage(12, LogLevel.Warning, "{Failures} attempts have failed and none has succeeded since; worker {Worker} takes no more {Items} for {Pause}.")]
    public static partial void TakingPaused(this ILogger log, int failures, string worker, string items, TimeSpan pause);

    [LoggerMessage(13, LogLevel.Debug, "Worker {Worker} has received {Count} messages.")]
    public static partial void Received(this ILogger log, string worker, int count);

    [LoggerMessage(20, LogLevel.Warning, "The leases of {Count} {Items} could not be renewed; the call is retried.")]
    public static partial void RenewalFailed(this ILogger log, int count, string items, Exception exception);

    [LoggerMessage(21, LogLevel.Warning, "The lease of document {DocumentId} is lost; the work on it ends and its result is dropped.")]
    public static partial void LeaseLost(this ILogger log, string documentId);

    [LoggerMessage(22, LogLevel.Warning, "The source says that this worker no longer holds the message of document {DocumentId}: {Reason}")]
    public static partial void RenewalRefused(this ILogger log, string documentId, string reason);

    [LoggerMessage(30, LogLevel.Debug, "Document {DocumentId} is now {Stage}.")]
    public static partial void DocumentCompleted(this ILogger log, string documentId, string stage);

    [LoggerMessage(31, LogLevel.Warning, "Attempt {Attempt} at document {DocumentId} failed: {Reason}")]
    public static partial void AttemptFailed(this ILogger log, string documentId, int attempt, string reason, Exception? exception);

    [LoggerMessage(32, LogLevel.Error, "Document {DocumentId} is moved to failed after {Attempts} failed attempts: {Reason}")]
    public static partial void DocumentFailed(this ILogger log, string documentId, string reason, int attempts, Exception? exception);

    [LoggerMessage(33, LogLevel.Warning, "The result for document {DocumentId} could not be stored ({Failures} failures): {Reason}")]
    public static partial void SettlementFailed(this ILogger log, string documentId, int failures, string reason, Exception? exception);

    [LoggerMessage(34, LogLevel.Error, "Document {DocumentId} could not be moved to failed and can be claimed again when its lease expires: {Reason}")]
    public static partial void NotFailed(this ILogger log, string documentId, string reason, Exception? exception);

    [LoggerMessage(35, LogLevel.Error, "The handler of document {DocumentId} was cancelled {Grace} ago and is still running; the worker no longer waits for it.")]
    public static partial void HandlerAbandoned(this ILogger log, string documentId, TimeSpan grace);

    [LoggerMessage(36, LogLevel.Error, "The work on document {DocumentId} ended with an unexpected error; the document can be claimed again when its lease expires.")]
    public static partial void RunBroken(this ILogger log, string documentId, Exception exception);

    [LoggerMessage(37, LogLevel.Information, "Document {DocumentId} was staged again or claimed by another worker while this one worked on it, and is indexed by now; it is put back to its first stage, so that no old row stays.")]
    public static partial void PutBack(this ILogger log, string documentId);

    [LoggerMessage(38, LogLevel.Warning, "Rows that an attempt may have left of document {DocumentId} could not be removed ({Failures} failures); the call is retried.")]
    public static partial void RepairFailed(this ILogger log, string documentId, int failures, Exception exception);

    [LoggerMessage(39, LogLevel.Warning, "Document {DocumentId} was worked on when an earlier process of this worker died; it is released.")]
    public static partial void AbandonedReleased(this ILogger log, string documentId);

    [LoggerMessage(40, LogLevel.Information, "Worker {Worker} has released {Count} {Items}.")]
    public static partial void ItemsReleased(this ILogger log, string worker, long count, string items);

    [LoggerMessage(41, LogLevel.Error, "{Count} {Items} could not be released in time; they can be claimed again when their leases expire.")]
    public static partial void NotReleased(this ILogger log, int count, string items, Exception? exception);

    [LoggerMessage(51, LogLevel.Critical, "The loop of worker {Worker} has shown no sign of life for {Silence}.")]
    public static partial void LoopStuck(this ILogger log, string worker, TimeSpan silence);

    [LoggerMessage(52, LogLevel.Error, "The journal of attempts failed; if a document kills this process, that may not be counted.")]
    public static partial void JournalFailed(this ILogger log, Exception exception);

    [LoggerMessage(53, LogLevel.Warning, "The failure of document {DocumentId} could not be written into the ledger ({Failures} failures); the call is retried.")]
    public static partial void LedgerRetried(this ILogger log, string documentId, int failures, Exception exception);

    [LoggerMessage(54, LogLevel.Error, "The failure of document {DocumentId} is not in the ledger; its reason: {Reason}")]
    public static partial void LedgerMissed(this ILogger log, string documentId, string reason, Exception exception);

    [LoggerMessage(55, LogLevel.Warning, "The ledger of failed documents could not be brought up to date; that is retried with the next check.")]
    public static partial void LedgerNotChecked(this ILogger log, Exception exception);

    [LoggerMessage(56, LogLevel.Debug, "Row {Row} could not be marked as one of a completed document; the document is staged once more.")]
    public static partial void NotMarked(this ILogger log, string row, Exception exception);

    [LoggerMessage(60, LogLevel.Warning, "A batch of {Texts} texts of {Documents} documents failed and is split.")]
    public static partial void BatchSplit(this ILogger log, int texts, int documents, Exception exception);

    [LoggerMessage(61, LogLevel.Warning, "The provider of embeddings has refused a batch of {Texts} texts for want of quota; all batches wait {Pause}. It says: {Reason}")]
    public static partial void BatchRefused(this ILogger log, int texts, TimeSpan pause, string reason);

    [LoggerMessage(200, LogLevel.Information, "Worker {Worker} claims rows of function {FunctionId} (version {Version}), under leases of {Lease}.")]
    public static partial void FunctionWorkerStarted(this ILogger log, string worker, string functionId, string version, TimeSpan lease);

    [LoggerMessage(201, LogLevel.Debug, "Holder {Holder} has claimed {Count} rows of function {FunctionId}.")]
    public static partial void RowsClaimed(this ILogger log, int count, string functionId, string holder);

    [LoggerMessage(202, LogLevel.Debug, "Row {Row} is completed.")]
    public static partial void RowCompleted(this ILogger log, string row);

    [LoggerMessage(203, LogLevel.Warning, "Row {Row} is released as a transient failure, which the gateway counts as an attempt: {Reason}")]
    public static partial void RowReturned(this ILogger log, string row, string reason, Exception? exception);

    [LoggerMessage(204, LogLevel.Error, "Row {Row} has failed permanently: {Reason}")]
    public static partial void RowFailed(this ILogger log, string row, string reason, Exception? exception);

    [LoggerMessage(205, LogLevel.Warning, "The result for row {Row} could not be sent ({Failures} failures): {Reason}")]
    public static partial void RowNotSent(this ILogger log, string row, int failures, string reason, Exception? exception);

    [LoggerMessage(206, LogLevel.Error, "The failure of row {Row} could not be reported; the row can be claimed again when its lease expires: {Reason}")]
    public static partial void RowNotFailed(this ILogger log, string row, string reason, Exception? exception);

    [LoggerMessage(207, LogLevel.Warning, "Of {Count} rows that were completed or failed in one call, the gateway accepted {Updated}. It does not say which; the leases of the others were lost, or an earlier call had ended them.")]
    public static partial void RowsEndedInPart(this ILogger log, int count, long updated);

    [LoggerMessage(208, LogLevel.Warning, "Function {FunctionId} has version '{Theirs}' at the gateway, and worker {Worker} computes '{Ours}': it releases its rows and claims no more until the versions agree.")]
    public static partial void OtherVersion(this ILogger log, string functionId, string theirs, string worker, string ours);

    [LoggerMessage(209, LogLevel.Information, "Function {FunctionId} is registered in version '{Version}'.")]
    public static partial void FunctionEnsured(this ILogger log, string functionId, string version);

    [LoggerMessage(130, LogLevel.Debug, "Document {DocumentId} is staged in {Chunks} chunks.")]
    public static partial void DocumentStaged(this ILogger log, string documentId, int chunks);

    [LoggerMessage(131, LogLevel.Debug, "The message of document {DocumentId} is skipped: nothing is to be staged for it.")]
    public static partial void MessageSkipped(this ILogger log, string documentId);

    [LoggerMessage(132, LogLevel.Warning, "Document {DocumentId} was not staged (receipt {ReceiveCount} of its message): {Reason}")]
    public static partial void StagingFailed(this ILogger log, string documentId, int receiveCount, string reason, Exception? exception);

    [LoggerMessage(133, LogLevel.Error, "The message of document {DocumentId} is rejected permanently at receipt {ReceiveCount}: {Reason}")]
    public static partial void MessageRejected(this ILogger log, string documentId, int receiveCount, string reason, Exception? exception);

    [LoggerMessage(134, LogLevel.Information, "The message of document {DocumentId} is returned to the source and can be received again in {Delay}.")]
    public static partial void MessageComesBack(this ILogger log, string documentId, TimeSpan delay);

    [LoggerMessage(135, LogLevel.Warning, "The message of document {DocumentId} could not be settled ({Failures} failures): {Reason}")]
    public static partial void SettlingFailed(this ILogger log, string documentId, int failures, string reason, Exception? exception);

    [LoggerMessage(137, LogLevel.Debug, "Document {DocumentId} is not staged: all that it says is in the index.")]
    public static partial void DocumentUnchanged(this ILogger log, string documentId);

    [LoggerMessage(138, LogLevel.Debug, "Whether document {DocumentId} has changed could not be asked; it is staged.")]
    public static partial void UnchangedUnknown(this ILogger log, string documentId, Exception exception);

    [LoggerMessage(136, LogLevel.Error, "The message of document {DocumentId} could not be settled ({Failures} failures); the source delivers it again by itself: {Reason}")]
    public static partial void NotSettled(this ILogger log, string documentId, int failures, string reason, Exception? exception);
}
