using Hevlayer.Proof;

namespace Hevlayer.Conventions.Tests.Proofs;

/// <summary>The promises of the documentation and their checks belong together; the proof sheet is made from what ran.</summary>
public sealed class PromiseTests
{
    private static readonly string[] Page = ["# A page", "## What it promises", "| | |", "| --- | --- |", "| Rows | None is lost.", "More words. |", "- It ends."];

    [Fact]
    public void Promises_StandInTheDocumentation_AndEachHasACheck()
    {
        var promises = PromiseFile.Read(Repository.Read("eng/promises.txt").Split('\n'));

        Assert.Empty(Pages.Of(Repository.Root).Faults(promises));
        Assert.True(promises.Count >= 60);
    }

    [Fact]
    public void Sheet_OfTheDocumentation_HasEachPromise()
    {
        var sheet = Repository.Read("docs/proof.md");

        Assert.All(
            PromiseFile.Read(Repository.Read("eng/promises.txt").Split('\n')),
            promise => Assert.Contains($"| {promise.Sentence.Replace("|", "\\|", StringComparison.Ordinal)} |", sheet, StringComparison.Ordinal));
    }

    [Fact]
    public void Sentence_NotOnItsPage_IsAFault() =>
        Assert.Contains(Faults("[one] None is ever lost.", "> *.RowTests.*"), static fault => fault.StartsWith("one: docs/page.md does not say", StringComparison.Ordinal));

    [Fact]
    public void Promise_WithoutACheck_IsAFault() =>
        Assert.Contains("one: nothing checks it", Faults("[one] It ends."));

    [Fact]
    public void Item_BelowAHeadingOfPromises_WithoutAPromise_IsAFault() =>
        Assert.Equal(["docs/page.md promises what eng/promises.txt does not have: - It ends."], Faults("[one] None is lost.", " More words.", "> *.RowTests.*"));

    [Fact]
    public void Line_NobodyUnderstands_IsRefused() =>
        Assert.Throws<FormatException>(() => PromiseFile.Read(["page docs/page.md", "[one] It ends.", "! what"]));

    [Theory]
    [InlineData("Pass", true, "1 test")]
    [InlineData("Fail", false, "1 of 1 failed: *.RowTests.*")]
    [InlineData("Skip", false, "no test ran: *.RowTests.*")]
    [InlineData(null, false, "no test is called *.RowTests.*")]
    public void Promise_IsKept_OnlyWhenItsTestsPassed(string? result, bool kept, string summary)
    {
        var verdict = Judged(result is null ? [] : [new("Some.RowTests.Row_Stays", result, "")], [], "> *.RowTests.*");

        Assert.Equal((kept, summary), (verdict.Kept, verdict.Summary));
    }

    [Theory]
    [InlineData(0, true, "`a check`")]
    [InlineData(1, false, "it ended with 1: a check")]
    [InlineData(77, false, "it ended with 77: a check")]
    [InlineData(null, false, "it did not run: a check")]
    public void Promise_IsKept_OnlyWhenItsCheckEndedWell(int? status, bool kept, string summary)
    {
        var verdict = Judged([], status is { } code ? new() { ["a check"] = code } : [], "= a check");

        Assert.Equal((kept, summary), (verdict.Kept, verdict.Summary));
    }

    [Fact]
    public void Promise_OneOfItsPatternsMeetsNothing_IsNotKept() =>
        Assert.False(Judged([new("Some.RowTests.Row_Stays", "Pass", "")], [], "> *.RowTests.*", "> *.GoneTests.*").Kept);

    [Fact]
    public void Histories_OfATest_AreCounted() =>
        Assert.Equal(
            "1 test, 10,000 histories",
            Judged([new("Some.RowTests.Row_Stays", "Pass", "10000 histories, 4 hours\n")], [], "> *.RowTests.*").Summary);

    private static List<string> Faults(params string[] lines) =>
        [.. new Pages(new Dictionary<string, string> { ["docs/page.md"] = string.Join('\n', Page) }).Faults(PromiseFile.Read(["page docs/page.md", .. lines]))];

    private static Verdict Judged(List<RanTest> tests, Dictionary<string, int> checks, params string[] lines) =>
        new Judge(new(tests, checks)).Verdicts(PromiseFile.Read(["page docs/page.md", "[one] It ends.", .. lines])).Single();
}
