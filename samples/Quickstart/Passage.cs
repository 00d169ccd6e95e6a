namespace Hevlayer.Quickstart;

/// <summary>One passage of an answer.</summary>
/// <param name="Path">File it comes from.</param>
/// <param name="Text">Its text on one line.</param>
/// <param name="Score">Cosine similarity to the question, 1 is the same direction; null when the gateway gave no distance.</param>
internal sealed record Passage(string Path, string Text, double? Score)
{
    /// <summary>Attribute of a row that holds the text of the chunk.</summary>
    public const string TextAttribute = "text";

    /// <summary>Attribute of a row, and member of a chunk's metadata, that holds the name of the file.</summary>
    public const string PathAttribute = "path";

    private const int LongestText = 320;

    /// <summary>The passages of a query's rows, in their order.</summary>
    /// <param name="rows">The rows.</param>
    public static IReadOnlyList<Passage> From(IReadOnlyList<Row> rows) => [.. rows.Select(row => new Passage(
        OneLine(row.Attributes.GetString(PathAttribute) ?? row.Id.ToString()),
        OneLine(row.Attributes.GetString(TextAttribute) ?? string.Empty),
        1 - row.Distance))];

    private static int EndOfWord(string line) => line.LastIndexOf(' ', LongestText) is > 0 and var end ? end : LongestText - 1;

    // Control characters of a file must not reach the terminal.
    private static string OneLine(string text)
    {
        var spaced = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        var line = string.Join(' ', spaced.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestText ? line : $"{line[..EndOfWord(line)]} ...";
    }
}
