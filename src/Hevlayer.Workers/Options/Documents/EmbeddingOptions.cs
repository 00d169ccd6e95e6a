namespace Hevlayer.Workers;

/// <summary>How texts of many documents are put together into batches for the embedding generator, and become rows.</summary>
public sealed class EmbeddingOptions
{
    /// <summary>Most texts in one batch.</summary>
    /// <value>Default: 64.</value>
    public int MaxBatchItems { get; set; } = 64;

    /// <summary>Most text in one batch, in bytes of UTF-8. A document with a chunk beyond it fails at once.</summary>
    /// <value>Default: 1 MiB.</value>
    public long MaxBatchBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// Most tokens in one batch, as <see cref="CountTokens"/> counts them. A document with a chunk beyond it fails at
    /// once.
    /// </summary>
    /// <value>Default: null, no limit.</value>
    public long? MaxBatchTokens { get; set; }

    /// <summary>
    /// Counts the tokens of a text; needed for <see cref="MaxBatchTokens"/>, and read for <see cref="BudgetOptions.TokensPerMinute"/>.
    /// </summary>
    /// <value>Default: null.</value>
    public Func<string, int>? CountTokens { get; set; }

    /// <summary>
    /// How long the oldest text waits for a batch to fill. It waits no longer once all documents that are worked on at one
    /// time have their texts in batches.
    /// </summary>
    /// <value>Default: 20 milliseconds.</value>
    public TimeSpan MaxBatchDelay { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Longest time that one batch may take; then it has failed, and each of its documents is retried in batches of its
    /// own, so that a text that hangs the model cannot hang the others twice.
    /// </summary>
    /// <value>Default: 1 minute; at most half of <see cref="DocumentWorkerOptions.HandlerTimeout"/>.</value>
    public TimeSpan BatchTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Batches that are embedded at the same time.</summary>
    /// <value>Default: 1, as a single GPU wants it.</value>
    public int MaxConcurrentBatches { get; set; } = 1;

    /// <summary>Attribute of the row that takes the text of the chunk; empty writes none.</summary>
    /// <value>Default: <c>text</c>.</value>
    public string TextAttribute { get; set; } = "text";

    /// <summary>
    /// Makes the attributes of a row from the document's id and the chunk, instead of the text alone. The same chunk must
    /// give the same attributes: rows whose attributes differ from those that are stored are patched.
    /// </summary>
    /// <value>Default: null.</value>
    public Func<string, Chunk, AttributeMap>? Attributes { get; set; }

    /// <summary>
    /// What ids rows have. Where <see cref="DocumentWorkerOptions.WriteRowsWith"/> is <see cref="RowRoute.PutVectors"/>, they
    /// have those of the chunks.
    /// </summary>
    /// <value>Default: <see cref="RowIds.ByContent"/>.</value>
    public RowIds RowIds { get; set; } = RowIds.ByContent;

    /// <summary>
    /// Name of what makes the vectors: all that they depend on beside the text, such as model, dimension and version. It is
    /// part of the ids of rows: under another name, every document that is staged again is embedded again.
    /// </summary>
    /// <value>Default: null, the model and the dimension that the generator reports (<see
    /// cref="Microsoft.Extensions.AI.EmbeddingGeneratorMetadata"/>); a generator that reports neither should be given a name
    /// here.</value>
    public string? Embedder { get; set; }

    /// <summary>What stands before each text when it is embedded, and is not stored, such as <c>passage: </c>.</summary>
    /// <value>Default: empty.</value>
    public string Prefix { get; set; } = "";

    /// <summary>
    /// Whether the worker notes on a row of each document that it was completed
    /// (<see cref="RowAttributes.Completed"/>): by that a producer knows, many documents a question, that a document need not
    /// be staged again (<see cref="SourceWorkerOptions.SkipUnchanged"/>). A document that changed takes a share in a write of up to 500 documents more.
    /// </summary>
    /// <value>Default: false.</value>
    public bool MarkCompleted { get; set; }

    /// <summary>What the provider of the generator allows; shared by all workers that ask it.</summary>
    public BudgetOptions Budget { get; set; } = new();

    internal EmbeddingOptions Copy()
    {
        var copy = (EmbeddingOptions)MemberwiseClone();
        copy.Budget = Budget.Copy();
        return copy;
    }
}
