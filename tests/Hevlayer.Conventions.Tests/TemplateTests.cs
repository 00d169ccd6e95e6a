using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hevlayer.Conventions.Tests;

/// <summary>What the templates name must be what the packages are, and what they scale on must be all work that is left.</summary>
public sealed partial class TemplateTests
{
    public static TheoryData<string> Templates => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "templates", "content")).Select(static folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_NamesThePackagesOfThisVersion(string template)
    {
        var product = Version().Match(Read("Directory.Build.props")).Groups[2].Value;

        Assert.NotEmpty(product);
        Assert.Equal(product, Version().Match(Read($"templates/content/{template}/Directory.Build.props")).Groups[2].Value);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_IsInTheReadmeUnderItsShortName(string template)
    {
        using var description = JsonDocument.Parse(Read($"templates/content/{template}/.template.config/template.json"));

        Assert.Contains($"| `{description.RootElement.GetProperty("shortName").GetString()}` |", Read("templates/README.md"), StringComparison.Ordinal);
    }

    /// <summary>A document under claim is not pending: counted alone, pending would scale the last worker away while it works.</summary>
    [Fact]
    public void ScaledObject_CountsPendingAndProcessing()
    {
        var manifest = Read("templates/content/worker/deploy/scaledobject.yaml");

        Assert.Contains("formula: pending + processing", manifest, StringComparison.Ordinal);
        Assert.Contains("valueLocation: pending_count", manifest, StringComparison.Ordinal);
        Assert.Contains("valueLocation: processing_count", manifest, StringComparison.Ordinal);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex("<(Hevlayer)?Version>([^<]*)<")]
    private static partial Regex Version();
}
