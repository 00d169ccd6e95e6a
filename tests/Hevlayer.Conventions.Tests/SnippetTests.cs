using System.Text.RegularExpressions;

namespace Hevlayer.Conventions.Tests;

/// <summary>Every C# block of the documentation is a region of a file that is compiled here.</summary>
public sealed partial class SnippetTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryCSharpBlock_EqualsACompiledRegion(string page)
    {
        var regions = Repository.Sources("tests/Hevlayer.Conventions.Tests/Snippets").SelectMany(Regions).ToHashSet();

        var strangers = CSharpBlock().Matches(Repository.Read(page))
            .Select(match => match.Groups[1].Value.Trim())
            .Where(block => !regions.Contains(block));

        Assert.Empty(strangers);
    }

    [Fact]
    public void Readme_ShowsItsFirstCodeOnTheFirstScreen()
    {
        var lines = Repository.Read("README.md").Split('\n');

        Assert.InRange(Array.IndexOf(lines, "```csharp"), 0, 19);
    }

    private static IEnumerable<string> Regions(string file) =>
        Region().Matches(Repository.Read(file)).Select(match => Unindent(match.Groups[1].Value));

    private static string Unindent(string block)
    {
        var lines = block.Trim('\n').Split('\n');
        var margin = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= margin ? line[margin..] : string.Empty)).Trim();
    }

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(@"#region [^\n]+\n(.*?)\n[ ]*#endregion", RegexOptions.Singleline)]
    private static partial Regex Region();
}
