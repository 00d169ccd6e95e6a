using System.Reflection;
using System.Text.RegularExpressions;

namespace Hevlayer.Wire.Tests.Fallback;

/// <summary>The page on errors is complete and names nothing that does not exist.</summary>
public sealed partial class ErrorPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "errors.md")).ReplaceLineEndings("\n");

    // A row of the table of codes begins with the code and a status.
    private static readonly string[] CodesOfThePage = [.. CodeRow().Matches(Page).Select(match => match.Groups[1].Value)];

    [Fact]
    public void EveryCode_HasARowOfItsOwn() =>
        Assert.Equal(ErrorShapeTests.Codes().Order(StringComparer.Ordinal), CodesOfThePage.Order(StringComparer.Ordinal));

    [Fact]
    public void EveryRow_SaysCauseRemedyAndWhetherARetryHelps() => Assert.All(
        Page.Split('\n').Where(line => CodeRow().IsMatch(line) || TextRow().IsMatch(line)),
        line => Assert.All(line.Trim('|').Split('|'), cell => Assert.NotEqual(string.Empty, cell.Trim())));

    [Fact]
    public void EveryStatusOfAKnownShape_IsOnThePage() => Assert.All(
        ErrorShapes.All.Where(shape => char.IsDigit(shape.Key[0])).Select(shape => shape.Value.Status).Distinct(),
        status => Assert.Contains($"| {status} |", Page, StringComparison.Ordinal));

    [Fact]
    public void EveryField_IsOnThePage() => Assert.All(
        typeof(HevlayerErrorFields).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!),
        name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));

    [Fact]
    public void EveryErrorTypeOfTheClient_IsOnThePage() => Assert.All(
        typeof(HevlayerException).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Exception))),
        type => Assert.Contains($"`{type.Name}`", Page, StringComparison.Ordinal));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Hevlayer.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\| `(\w+)` \| \d{3} \|", RegexOptions.Multiline)]
    private static partial Regex CodeRow();

    [GeneratedRegex(@"^\| \d{3} \|", RegexOptions.Multiline)]
    private static partial Regex TextRow();
}
