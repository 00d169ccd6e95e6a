namespace Hevlayer.Protocol.Tests.Telling;

public sealed class StoryTests
{
    private static readonly string[] Approved =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Telling", "stories.txt")).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static TheoryData<string> Mutants => [.. MutantReport.All.Select(static mutant => mutant.ToString())];

    [Theory]
    [MemberData(nameof(Mutants))]
    public void Mutant_OfTheProtocol_IsRejectedWithItsApprovedStory(string name)
    {
        var report = MutantReport.Of(Enum.Parse<Mutant>(name));

        Assert.NotEqual(Promise.None, report.Broken);
        Assert.Contains(report.ToString(), Approved);
    }

    [Fact]
    public void ApprovedStories_AreOneOfEachMutant() => Assert.Equal(
        MutantReport.All.Select(static mutant => Names.Word(mutant)),
        Approved.Select(static story => story[..story.IndexOf(':', StringComparison.Ordinal)]));

    [Fact]
    public void Mutants_OfTheOtherModel_AreTheSame()
    {
        var model = Checkout.Read("spec/lease.pml");

        Assert.All(MutantReport.All, mutant => Assert.Matches($@"#ifdef {mutant}\n|defined\({mutant}\)", model));
    }
}
