using System.Text.RegularExpressions;

namespace Hevlayer.Conventions.Tests;

/// <summary>What the repository depends on is known to whoever reads it, with its licence.</summary>
public sealed partial class DependencyTests
{
    [Fact]
    public void Packages_AreListedWithTheirLicences()
    {
        var named = Names(Package(), "Directory.Packages.props");
        var listed = Names(Row(), "docs/dependencies.md");

        Assert.NotEmpty(named);
        Assert.Equal(named, listed);
    }

    private static List<string> Names(Regex form, string path) =>
        [.. form.Matches(File.ReadAllText(Path.Combine(Repository.Root, path))).Select(static match => match.Groups[1].Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex("PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex Package();

    [GeneratedRegex(@"^\| ([\w.]+) \| (?:MIT|Apache-2\.0|BSD-3-Clause) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
