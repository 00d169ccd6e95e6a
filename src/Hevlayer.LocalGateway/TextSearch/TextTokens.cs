namespace Hevlayer.Local;

/// <summary>Splits text into tokens: runs of letters and digits, in lower case.</summary>
internal static class TextTokens
{
    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                tokens.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }

        return tokens;
    }

    /// <summary>The tokens of an attribute that is a text or a list of texts; of any other, none.</summary>
    public static List<string> Of(AttributeValue value) => value.Kind switch
    {
        AttributeKind.String => Of(value.AsString()),
        AttributeKind.Array => [.. value.AsArray().Where(static part => part.Kind == AttributeKind.String).SelectMany(static part => Of(part.AsString()))],
        _ => [],
    };
}
