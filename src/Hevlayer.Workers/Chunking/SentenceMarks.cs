namespace Hevlayer.Workers;

/// <summary>The characters that end sentences, and when a dot does not.</summary>
internal static class SentenceMarks
{
    private const int LongestListNumber = 2;

    /// <summary>Whether the character ends a sentence if white space follows.</summary>
    public static bool IsMark(char character) => character is '.' or '!' or '?' or '…' || IsWideMark(character);

    /// <summary>Whether the character ends a sentence whatever follows: the scripts that use it write no spaces.</summary>
    public static bool IsWideMark(char character) => character is '。' or '！' or '？' or '｡';

    /// <summary>Whether the character, after a mark, belongs to the sentence that ended: quotes, brackets,
    /// emphasis.</summary>
    public static bool IsCloser(char character) =>
        character is '"' or '\'' or ')' or ']' or '}' or '*' or '_' or '”' or '’' or '»' or '›'
            or '」' or '』' or '）' or '】' or '》' or '〉' or '］' or '｝';

    /// <summary>Whether a mark with white space behind it ends a sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">Where the mark is.</param>
    /// <param name="next">Where the text goes on after the white space; its length if it does not.</param>
    public static bool Ends(string text, int mark, int next) => text[mark] switch
    {
        '.' => !GoesOn(text, next) && !IsInitial(text, mark) && !IsListNumber(text, mark),
        '…' => !GoesOn(text, next),
        _ => true,
    };

    // "approx. five", "wait... what"
    private static bool GoesOn(string text, int next) => next < text.Length && char.IsLower(text[next]);

    // "J. Doe", "U.S. Navy"
    private static bool IsInitial(string text, int mark) =>
        mark > 0 && char.IsLetter(text[mark - 1]) && (mark == 1 || !char.IsLetterOrDigit(text[mark - 2]));

    // "1. First", "12. Twelfth"
    private static bool IsListNumber(string text, int mark)
    {
        var start = mark;
        while (start > 0 && mark - start < LongestListNumber && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return start < mark && (start == 0 || char.IsWhiteSpace(text[start - 1]));
    }
}
