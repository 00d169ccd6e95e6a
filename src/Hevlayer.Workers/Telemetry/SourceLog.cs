using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>All that source workers log. Ids are named; texts, bodies and keys never are.</summary>
internal static partial class SourceLog
{
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
