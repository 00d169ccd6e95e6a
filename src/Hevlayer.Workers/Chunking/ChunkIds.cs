using System.Globalization;

namespace Hevlayer.Workers;

/// <summary>
/// Ids of chunks that follow from the document and the place alone: a document that is staged twice has the same chunks,
/// and not twice as many.
/// </summary>
public static class ChunkIds
{
    /// <summary>The id of one chunk: <c>{documentId}-{index}</c>.</summary>
    /// <param name="documentId">Id of the document, taken as it is.</param>
    /// <param name="index">Place of the chunk in its document, from 0.</param>
    /// <exception cref="ArgumentException">The document's id is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The place is negative.</exception>
    public static string Create(string documentId, int index)
    {
        ArgumentException.ThrowIfNullOrEmpty(documentId);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return string.Create(CultureInfo.InvariantCulture, $"{documentId}-{index}");
    }
}
