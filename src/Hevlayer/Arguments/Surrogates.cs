namespace Hevlayer;

/// <summary>Finds unpaired surrogates.</summary>
internal static class Surrogates
{
    /// <summary>Index of the first one; -1 when there is none.</summary>
    public static int FirstLone(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var index = Math.Max(start, 0); start >= 0 && index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return index;
            }

            index++;
        }

        return -1;
    }
}
