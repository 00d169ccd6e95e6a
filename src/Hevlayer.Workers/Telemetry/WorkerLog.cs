using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>All that workers log. Ids of documents are named; their text, vectors and keys never are.</summary>
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

    [LoggerMessage(10, LogLevel.Debug, "Claimed {Count} documents.")]
    public static partial void Claimed(this ILogger log, int count);

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
}
