namespace Hevlayer;

public sealed partial class Filter
{
    /// <summary>Rows whose text matches a pattern: <c>*</c> stands for any run of characters, <c>?</c> for one.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="pattern">The pattern; case counts.</param>
    /// <exception cref="ArgumentException">The name of the attribute or the pattern is empty.</exception>
    public static Filter Glob(string attribute, string pattern) => Compare(attribute, "Glob", Require.Text(pattern));

    /// <summary>Rows whose text does not match a pattern.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="pattern">The pattern; case counts.</param>
    /// <exception cref="ArgumentException">The name of the attribute or the pattern is empty.</exception>
    public static Filter NotGlob(string attribute, string pattern) => Compare(attribute, "NotGlob", Require.Text(pattern));

    /// <summary>Rows whose text matches a pattern, whatever the case.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="pattern">The pattern.</param>
    /// <exception cref="ArgumentException">The name of the attribute or the pattern is empty.</exception>
    public static Filter IGlob(string attribute, string pattern) => Compare(attribute, "IGlob", Require.Text(pattern));

    /// <summary>Rows whose text does not match a pattern, whatever the case.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="pattern">The pattern.</param>
    /// <exception cref="ArgumentException">The name of the attribute or the pattern is empty.</exception>
    public static Filter NotIGlob(string attribute, string pattern) => Compare(attribute, "NotIGlob", Require.Text(pattern));

    /// <summary>Rows whose text matches a regular expression; the attribute needs <see cref="AttributeSchema.Regex"/>.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="pattern">The expression, in the syntax of the vector store.</param>
    /// <exception cref="ArgumentException">The name of the attribute or the pattern is empty.</exception>
    public static Filter Regex(string attribute, string pattern) => Compare(attribute, "Regex", Require.Text(pattern));

    /// <summary>Rows whose text has every token of a text, in any order; the attribute needs full-text search.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="text">The text, which the vector store splits into tokens.</param>
    /// <param name="lastAsPrefix">Whether the last token may be the beginning of a word, as while typing.</param>
    /// <exception cref="ArgumentException">The name of the attribute or the text is empty.</exception>
    public static Filter ContainsAllTokens(string attribute, string text, bool lastAsPrefix = false) =>
        Tokens(attribute, "ContainsAllTokens", text, lastAsPrefix);

    /// <summary>Rows whose text has at least one token of a text; the attribute needs full-text search.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="text">The text, which the vector store splits into tokens.</param>
    /// <param name="lastAsPrefix">Whether the last token may be the beginning of a word, as while typing.</param>
    /// <exception cref="ArgumentException">The name of the attribute or the text is empty.</exception>
    public static Filter ContainsAnyToken(string attribute, string text, bool lastAsPrefix = false) =>
        Tokens(attribute, "ContainsAnyToken", text, lastAsPrefix);

    /// <summary>Rows whose text has the tokens of a text one after another; the attribute needs full-text search.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="text">The text, which the vector store splits into tokens.</param>
    /// <exception cref="ArgumentException">The name of the attribute or the text is empty.</exception>
    public static Filter ContainsTokenSequence(string attribute, string text) =>
        Tokens(attribute, "ContainsTokenSequence", text, lastAsPrefix: false);

    private static Filter Tokens(string attribute, string name, string text, bool lastAsPrefix)
    {
        Require.Id(attribute);
        Require.Text(text);
        return new(JsonForm.Write((attribute, name, text, lastAsPrefix), static (writer, parts) =>
            TextMatch.Write(writer, parts.attribute, parts.name, parts.text, parts.lastAsPrefix)));
    }
}
