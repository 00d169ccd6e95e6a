namespace Hevlayer.Workers;

/// <summary>Counts the line breaks of white space, of whatever system.</summary>
internal static class LineBreaks
{
    /// <summary>How many there are; CR and LF together are one, a paragraph separator is two.</summary>
    public static int Count(ReadOnlySpan<char> whiteSpace)
    {
        var count = 0;
        for (var place = 0; place < whiteSpace.Length; place++)
        {
            count += whiteSpace[place] switch
            {
                '\n' or '\u0085' or '\u2028' => 1,
                '\r' when !whiteSpace[(place + 1)..].StartsWith('\n') => 1,
                '\u2029' => 2,
                _ => 0,
            };
        }

        return count;
    }
}
