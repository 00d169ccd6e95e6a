namespace Hevlayer.Workers;

/// <summary>How texts of many documents are put together into batches for the embedding generator, and become rows.</summary>
public sealed class EmbeddingOptions
{
    /// <summary>
    /// Most texts in one batch.
    /// <value>Default: 64.</value>
    /// </summary>
    public int MaxBatchItems { get; set; } = 64;

    /// <summary>
    /// Most text in one batch, in bytes of UTF-8. A document with a chunk beyond it fails at once.
    /// <value>Default: 1 MiB.</value>
    /// </summary>
    public long MaxBatchBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// Most tokens in one batch, as <see cref="CountTokens"/> counts them. A document with a chunk beyond it fails at
    /// once.
    /// <value>Default: null, no limit.</value>
    /// </summary>
    public long? MaxBatchTokens { get; set; }

    /// <summary>
    /// Counts the tokens of a text; needed for <see cref="MaxBatchTokens"/>.
    /// <value>Default: null.</value>
    /// </summary>
    public Func<string, int>? CountTokens { get; set; }

    /// <summary>
    /// How long the oldest text waits for a batch to fill. It waits no longer once all documents that are worked on at one
    /// time have their texts in batches.
    /// <value>Default: 20 milliseconds.</value>
    /// </summary>
    public TimeSpan MaxBatchDelay { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Longest time that one batch may take; then it has failed, and each of its documents is retried in batches of its
    /// own, so that a text that hangs the model cannot hang the others twice.
    /// <value>Default: 1 minute; at most half of <see cref="DocumentWorkerOptions.HandlerTimeout"/>.</value>
    /// </summary>
    public TimeSpan BatchTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Batches that are embedded at one time.
    /// <value>Default: 1, as a single GPU wants it.</value>
    /// </summary>
    public int MaxConcurrentBatches { get; set; } = 1;

    /// <summary>
    /// Attribute of the row that takes the text of the chunk; empty writes none.
    /// <value>Default: <c>text</c>.</value>
    /// </summary>
    public string TextAttribute { get; set; } = "text";

    /// <summary>
    /// Makes the attributes of a row from the document's id and the chunk, instead of the text alone.
    /// <value>Default: null.</value>
    /// </summary>
    public Func<string, Chunk, AttributeMap>? Attributes { get; set; }

    internal EmbeddingOptions Copy() => (EmbeddingOptions)MemberwiseClone();
}
