using System.Text.RegularExpressions;

namespace Hevlayer.Conventions.Tests;

/// <summary>A piece of compiled code that a page shows.</summary>
/// <param name="Name">Name of the region.</param>
/// <param name="Code">Its lines, without the margin.</param>
/// <param name="Method">The method that holds it, as a test calls it, such as <c>QuerySnippets.BatchAsync</c>.</param>
internal sealed partial record SnippetRegion(string Name, string Code, string Method)
{
    private const string Folder = "tests/Hevlayer.Conventions.Tests/Snippets";

    public static IReadOnlyList<SnippetRegion> All { get; } = [.. Repository.Sources(Folder).SelectMany(Of)];

    private static IEnumerable<SnippetRegion> Of(string file)
    {
        var text = Repository.Read(file);
        var methods = Declaration().Matches(text);
        return Region().Matches(text).Select(region => new SnippetRegion(
            region.Groups[1].Value,
            Unindent(region.Groups[2].Value),
            $"{Path.GetFileNameWithoutExtension(file)}.{methods.Last(method => method.Index < region.Index).Groups[1].Value}"));
    }

    private static string Unindent(string block)
    {
        var lines = block.Trim('\n').Split('\n');
        var margin = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= margin ? line[margin..] : string.Empty)).Trim();
    }

    [GeneratedRegex(@"#region ([^\n]+)\n(.*?)\n[ ]*#endregion", RegexOptions.Singleline)]
    private static partial Regex Region();

    [GeneratedRegex(@"^    public static [^\n]*? (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
