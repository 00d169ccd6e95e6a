using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>What can be found out about a document.</summary>
internal sealed record DocumentFacts
{
    public required string DocumentId { get; init; }

    public required PipelineStatus Status { get; init; }

    public string? TargetNamespace { get; init; }

    /// <summary>Whether the pipeline has the document.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether the key may ask for stages.</summary>
    public bool MayAsk { get; init; }

    /// <summary>Pending, indexed or failed; null for any other.</summary>
    public DocumentStage? Stage { get; init; }

    /// <summary>Rows that name the document.</summary>
    public int Rows { get; init; }

    /// <summary>Its row in the ledger.</summary>
    public DocumentFailure? Failure { get; init; }
}
