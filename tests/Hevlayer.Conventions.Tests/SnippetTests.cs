using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Conventions.Tests;

/// <summary>Every C# block of the documentation is a region of a file that is compiled here, and a test runs it.</summary>
public sealed partial class SnippetTests
{
    private static readonly string Runs = string.Concat(Repository.Sources("tests/Hevlayer.Conventions.Tests/Runs").Select(Repository.Read));

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "eng"), "*-readme.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>What the client offers beyond the plain operations of the contract.</summary>
    public static TheoryData<string> Helpers =>
        [.. new[]
            {
                typeof(IHevlayerClient),
                typeof(NamespaceClient),
                typeof(FunctionClient),
                typeof(HevlayerClientMetadataExtensions),
                typeof(HevlayerServiceCollectionExtensions),
                typeof(HevlayerFallbackOptions),
            }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName)
            .Select(method => method.Name)
            .Distinct()
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryCSharpBlock_EqualsACompiledRegion(string page)
    {
        var regions = SnippetRegion.All.Select(region => region.Code).ToHashSet();

        var strangers = BlocksOf(page).Where(block => !regions.Contains(block));

        Assert.Empty(strangers);
    }

    [Fact]
    public void EveryRegion_IsShownOnAPage()
    {
        var shown = Pages.SelectMany(page => BlocksOf(page.Data)).ToHashSet();

        var unseen = SnippetRegion.All.Where(region => !shown.Contains(region.Code)).Select(region => region.Name);

        Assert.Empty(unseen);
    }

    [Fact]
    public void EveryRegion_IsRunByATest()
    {
        var notRun = SnippetRegion.All.Where(region => !Regex.IsMatch(Runs, $@"\b{Regex.Escape(region.Method)}\b")).Select(region => region.Name);

        Assert.Empty(notRun);
    }

    [Fact]
    public void EveryRegion_HasANameOfItsOwn() =>
        Assert.Distinct(SnippetRegion.All.Select(region => region.Name));

    [Theory]
    [MemberData(nameof(Helpers))]
    public void EveryHelper_IsCalledInABlock(string helper) =>
        Assert.Contains(SnippetRegion.All, region => Regex.IsMatch(region.Code, $@"\b{helper}\("));

    [Fact]
    public void Readme_ShowsItsFirstCodeOnTheFirstScreen()
    {
        var lines = Repository.Read("README.md").Split('\n');

        Assert.InRange(Array.IndexOf(lines, "```csharp"), 0, 19);
    }

    private static IEnumerable<string> BlocksOf(string page) =>
        CSharpBlock().Matches(Repository.Read(page)).Select(match => match.Groups[1].Value.Trim());

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CSharpBlock();
}
