namespace Hevlayer.Workers;

/// <summary>
/// Cuts a text into pieces of one size, wherever that falls; together they are the text. A piece never ends inside a
/// surrogate pair: it is then one shorter, and the next begins with the whole pair. Combining marks and line breaks get
/// no such care, a piece can begin with a mark or between CR and LF.
/// </summary>
public sealed class FixedSizeChunker : ITextChunker
{
    /// <summary>Size that is used when none is given, in UTF-16 characters.</summary>
    public const int DefaultSize = 800;

    private readonly int _size;

    /// <summary>Makes a chunker.</summary>
    /// <param name="size">Size of a piece in UTF-16 characters, at least 2; the last piece can be shorter.
    /// Default: 800.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 2: some characters would not fit.</exception>
    public FixedSizeChunker(int size = DefaultSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, SurrogatePairs.Length);
        _size = size;
    }

    /// <inheritdoc />
    /// <returns>The pieces in their order; none for an empty text. White space is text like any other.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public IEnumerable<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pieces(text);
    }

    private IEnumerable<string> Pieces(string text)
    {
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = SurrogatePairs.Before(text, start + Math.Min(_size, text.Length - start));
            yield return text[start..end];
        }
    }
}
