namespace Hevlayer;

/// <summary>How to wait for a pipeline's queue to drain.</summary>
public sealed record DrainOptions
{
    /// <summary>Pause between two polls.</summary>
    /// <value>Default: null, the client's <see cref="HevlayerPollingOptions.StatusInterval"/>.</value>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>How old a status may be when the gateway answers with it; zero for a gateway that does not cache.</summary>
    /// <value>Default: null, the client's <see cref="HevlayerPollingOptions.StatusCacheTime"/>.</value>
    public TimeSpan? StatusCacheTime { get; init; }

    /// <summary>Longest time to wait.</summary>
    /// <value>Default: null, no limit.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// Documents the pipeline must know, in whatever stage, before an empty queue counts as drained. Set it when documents
    /// may still be in the source queue and not yet staged; a document that is staged again does not add
    /// to the count.
    /// </summary>
    /// <value>Default: null, an empty queue is enough.</value>
    public long? MinimumDocuments { get; init; }

    /// <summary>Stages in which a document has ended. The queue is drained when the counts of all other stages are 0.</summary>
    /// <value>Default: <c>indexed</c> and <c>failed</c>.</value>
    public IReadOnlyList<DocumentStage> FinalStages { get; init; } = [DocumentStage.Indexed, DocumentStage.Failed];

    /// <summary>How long transient failures of the gateway are tolerated before the wait fails with the last one.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan FailureTolerance { get; init; } = TimeSpan.FromMinutes(5);
}
