namespace Hevlayer.Workers;

/// <summary>Splits the text of a document into the pieces that are embedded; of several documents at the same time.</summary>
public interface ITextChunker
{
    /// <summary>
    /// Splits a text. The same text must give the same pieces each time, so that a document staged twice has the same
    /// chunks, and not twice as many.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <returns>The pieces in their order; none for a text without content.</returns>
    IEnumerable<string> Split(string text);
}
