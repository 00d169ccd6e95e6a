namespace Hevlayer.Workers;

/// <summary>What ids the rows of an embedding worker have.</summary>
public enum RowIds
{
    /// <summary>
    /// Ids that follow from the document, the embedded text and the embedder. The worker asks which rows a document has,
    /// embeds what is missing, and deletes what is left over: an unchanged document costs one question.
    /// </summary>
    ByContent,

    /// <summary>The ids of the chunks. Each document that is staged is embedded whole, and its rows are written whole.</summary>
    ByChunk,
}
