namespace Hevlayer.Quickstart;

/// <summary>Decides where a chunk ends: after a paragraph if possible, else a sentence, a line, a word, a character.</summary>
internal static class ChunkBoundary
{
    /// <summary>Length of the first chunk of a text.</summary>
    /// <param name="window">The text; one character more than the largest chunk is enough to decide.</param>
    /// <param name="maxLength">Largest number of characters of a chunk, at least 2.</param>
    public static int Find(ReadOnlySpan<char> window, int maxLength)
    {
        if (window.Length <= maxLength)
        {
            return window.Length;
        }

        var shortest = maxLength / 2;
        var cut = LastEnd(window, shortest, maxLength, EndsParagraph);
        cut = cut > 0 ? cut : LastEnd(window, shortest, maxLength, EndsSentence);
        cut = cut > 0 ? cut : LastEnd(window, shortest, maxLength, EndsLine);
        cut = cut > 0 ? cut : LastEnd(window, shortest, maxLength, EndsWord);
        return cut > 0 ? cut : WholeCharacters(window, maxLength);
    }

    private delegate bool Ends(ReadOnlySpan<char> text, char next);

    private static int LastEnd(ReadOnlySpan<char> window, int shortest, int longest, Ends ends)
    {
        for (var length = longest; length >= shortest && length > 0; length--)
        {
            if (ends(window[..length], window[length]))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool EndsParagraph(ReadOnlySpan<char> text, char next) =>
        text[^1] == '\n' && next is not ('\n' or '\r') && text[..^1].TrimEnd(" \t\r") is [.., '\n'];

    private static bool EndsSentence(ReadOnlySpan<char> text, char next) =>
        text[^1] is '。' or '！' or '？'
        || (char.IsWhiteSpace(text[^1]) && !char.IsWhiteSpace(next) && text.TrimEnd().TrimEnd("\"')]*_”’") is [.., '.' or '!' or '?']);

    private static bool EndsLine(ReadOnlySpan<char> text, char next) => text[^1] == '\n';

    private static bool EndsWord(ReadOnlySpan<char> text, char next) => char.IsWhiteSpace(text[^1]) && !char.IsWhiteSpace(next);

    private static int WholeCharacters(ReadOnlySpan<char> window, int maxLength) =>
        maxLength > 1 && char.IsHighSurrogate(window[maxLength - 1]) && char.IsLowSurrogate(window[maxLength]) ? maxLength - 1 : maxLength;
}
