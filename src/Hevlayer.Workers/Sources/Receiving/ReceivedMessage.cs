namespace Hevlayer.Workers;

/// <summary>A message and what can be done with it, whatever its body is.</summary>
internal abstract class ReceivedMessage
{
    public abstract string Id { get; }

    public abstract int ReceiveCount { get; }

    public abstract TimeSpan? Lease { get; }

    /// <summary>Why its body could not be read; null when it was.</summary>
    public abstract string? Problem { get; }

    public abstract string? TraceParent { get; }

    /// <summary>The document's id, from the user's function: it may throw, and give nothing.</summary>
    public abstract string? ReadDocumentId();

    public abstract Task<SourceDocument?> MapAsync(CancellationToken cancellationToken);

    public abstract Task AcknowledgeAsync(CancellationToken cancellationToken);

    public abstract Task RejectAsync(Rejection rejection, CancellationToken cancellationToken);

    public abstract Task ExtendAsync(TimeSpan by, CancellationToken cancellationToken);
}
