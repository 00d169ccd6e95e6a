namespace Hevlayer.Workers;

/// <summary>What becomes of a document after a handler has worked on it.</summary>
public sealed class DocumentOutcome
{
    private DocumentOutcome()
    {
    }

    /// <summary>The rows to write; null unless the document is to be indexed.</summary>
    public IReadOnlyList<VectorEntry>? Vectors { get; private init; }

    /// <summary>The chunks to stage; null unless the document is to be staged again.</summary>
    public IReadOnlyList<Chunk>? Chunks { get; private init; }

    /// <summary>The stage to move to; null unless the document is only to be moved.</summary>
    public DocumentStage? Stage { get; private init; }

    /// <summary>Why the document failed; null unless it did.</summary>
    public string? FailureReason { get; private init; }

    /// <summary>What is written instead of all rows: what they lack; null where all rows are written.</summary>
    internal PlannedRows? Planned { get; private init; }

    /// <summary>Whether all rows of the document go.</summary>
    internal bool IsDeletion { get; private init; }

    /// <summary>Texts that were embedded for it.</summary>
    internal int EmbeddedTexts { get; private init; }

    /// <summary>Rows that the document has with it.</summary>
    internal int RowCount => Planned is { Plan: { } plan } ? plan.Missing.Count + plan.Kept.Count : Vectors?.Count ?? 0;

    /// <summary>Whether anything is to be written for it before the hold ends.</summary>
    internal bool WritesAnything => IsDeletion || Chunks is not null || (Planned?.Plan.HasChanges ?? Vectors is { Count: > 0 });

    /// <summary>The stage that the document is in afterwards.</summary>
    internal DocumentStage Target => Stage ?? (Vectors is not null || IsDeletion ? DocumentStage.Indexed : Chunks is not null ? DocumentStage.Pending : DocumentStage.Failed);

    /// <summary>
    /// Deletes all rows of the document; it is then <c>indexed</c>, with none. Needs <see cref="RowRoute.Guarded"/>, for other
    /// rows do not name their document.
    /// Routes: <c>POST /v2/namespaces/{namespace}</c>, <c>POST /v2/pipelines/{pipeline_id}/documents/stage</c>.
    /// </summary>
    public static DocumentOutcome Delete { get; } = new() { IsDeletion = true };

    /// <summary>
    /// Writes rows to the pipeline's target namespace; the document is then <c>indexed</c>.
    /// Route: <c>PUT /v2/pipelines/{pipeline_id}/documents/{document_id}/vectors</c>.
    /// </summary>
    /// <param name="vectors">The rows, at least one; all vectors of one dimension.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static DocumentOutcome Index(IReadOnlyList<VectorEntry> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return vectors.Count > 0
            ? new DocumentOutcome { Vectors = vectors }
            : throw new ArgumentException("There is no row to write. A document without content is moved on or rejected.", nameof(vectors));
    }

    /// <summary>Has rows changed where they differ from those that the document should have.</summary>
    internal static DocumentOutcome Change(PlannedRows planned, int embeddedTexts) =>
        new() { Vectors = planned.Upserts, Planned = planned, EmbeddedTexts = embeddedTexts };

    /// <summary>The same outcome, with how many texts were embedded for it.</summary>
    internal DocumentOutcome Of(int embeddedTexts) => new()
    {
        Vectors = Vectors,
        Chunks = Chunks,
        Stage = Stage,
        FailureReason = FailureReason,
        Planned = Planned,
        IsDeletion = IsDeletion,
        EmbeddedTexts = embeddedTexts,
    };

    /// <summary>
    /// Replaces the document's chunks; it is then <c>pending</c>, for the next worker of the pipeline.
    /// Route: <c>PUT /v2/pipelines/{pipeline_id}/documents/{document_id}/chunks</c>.
    /// </summary>
    /// <param name="chunks">The chunks, at least one.</param>
    /// <exception cref="ArgumentException">There is no chunk.</exception>
    public static DocumentOutcome Restage(IReadOnlyList<Chunk> chunks)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        return chunks.Count > 0
            ? new DocumentOutcome { Chunks = chunks }
            : throw new ArgumentException("There is no chunk to stage. A document without content is moved on or rejected.", nameof(chunks));
    }

    /// <summary>
    /// Moves the document to a stage, such as that of the next worker of a pipeline with many stages; chunks and rows stay.
    /// Route: <c>POST /v2/pipelines/{pipeline_id}/documents/stage</c>.
    /// </summary>
    /// <param name="stage">The stage.</param>
    /// <exception cref="ArgumentException">The stage has no name.</exception>
    public static DocumentOutcome MoveTo(DocumentStage stage) => string.IsNullOrWhiteSpace(stage.Value)
        ? throw new ArgumentException("The stage has no name.", nameof(stage))
        : new DocumentOutcome { Stage = stage };

    /// <summary>
    /// Moves the document to <c>failed</c>, for good. The reason is logged, counted and kept in
    /// <see cref="WorkerStatus.RecentFailures"/>; the gateway has no place for it.
    /// </summary>
    /// <param name="reason">Why, in words for an operator; no text of the document.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public static DocumentOutcome Fail(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new DocumentOutcome { FailureReason = reason };
    }
}
