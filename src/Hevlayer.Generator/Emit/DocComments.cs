using System.Security;
using System.Text;

namespace Hevlayer.Generator.Emit;

/// <summary>XML documentation from the spec's words.</summary>
internal static class DocComments
{
    private const int Width = 112;

    public static void Summary(this SourceText source, string text) => source.Element("summary", string.Empty, text);

    public static void Remarks(this SourceText source, string text) => source.Element("remarks", string.Empty, text);

    public static void Returns(this SourceText source, string text) => source.Element("returns", string.Empty, text);

    public static void Param(this SourceText source, string name, string text) =>
        source.Element("param", $" name=\"{name}\"", text);

    public static void Raw(this SourceText source, string xml) => source.Line("/// " + xml);

    private static void Element(this SourceText source, string tag, string attributes, string text)
    {
        var escaped = Escape(text);
        var oneLine = $"<{tag}{attributes}>{escaped}</{tag}>";
        if (oneLine.Length <= Width)
        {
            source.Raw(oneLine);
            return;
        }

        source.Raw($"<{tag}{attributes}>");
        foreach (var line in Wrap(escaped))
        {
            source.Raw(line);
        }

        source.Raw($"</{tag}>");
    }

    private static string Escape(string text) =>
        SecurityElement.Escape(text.Trim().ReplaceLineEndings(" "))
            .Replace("&apos;", "'", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal);

    private static IEnumerable<string> Wrap(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + word.Length >= Width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        yield return line.ToString();
    }
}
