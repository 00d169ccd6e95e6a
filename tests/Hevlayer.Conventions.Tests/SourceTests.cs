namespace Hevlayer.Conventions.Tests;

public sealed class SourceTests
{
    private const int LongestFile = 300;

    private static readonly string[] Folders = ["src", "spec", "tests", "samples", "benchmarks"];

    private static readonly string[] WornOutNames = ["Utils", "Util", "Helpers", "Helper", "Manager", "Misc"];

    [Fact]
    public void HandWrittenFiles_AreShort()
    {
        var tooLong = Folders.SelectMany(Repository.Sources)
            .Where(file => File.ReadLines(Path.Combine(Repository.Root, file)).Count() > LongestFile);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void NineInTenFilesOfTheClient_AreUnder120Lines()
    {
        var lengths = Repository.Sources("src")
            .Select(file => File.ReadLines(Path.Combine(Repository.Root, file)).Count())
            .Order()
            .ToList();

        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 120);
    }

    [Fact]
    public void Names_TellWhatIsInside()
    {
        var vague = Folders.SelectMany(Repository.Sources)
            .Where(file => file.Split('/', '.').Any(part => WornOutNames.Contains(part) || WornOutNames.Any(name => part.EndsWith(name, StringComparison.Ordinal))));

        Assert.Empty(vague);
    }

    [Fact]
    public void ClientCode_AsksNoClockButTheInjectedOne()
    {
        var offenders = Repository.Sources("src/Hevlayer")
            .Where(file => Repository.Read(file) is var text
                && (text.Contains("DateTime.UtcNow", StringComparison.Ordinal) || text.Contains("Stopwatch", StringComparison.Ordinal)));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Values_StandBesideSummaries()
    {
        var within = Repository.Sources("src")
            .Where(static file => Repository.Read(file).Split("<summary>").Skip(1).Any(static part => part.Split("</summary>")[0].Contains("<value>", StringComparison.Ordinal)));

        Assert.Empty(within);
    }

    /// <summary>The logging generator writes the classes of several files in an order that changes from build to build.</summary>
    [Fact]
    public void LogMessages_OfAProject_AreInOneFile()
    {
        var scattered = Repository.Sources("src")
            .Where(static file => Repository.Read(file).Contains("[LoggerMessage(", StringComparison.Ordinal))
            .GroupBy(static file => file.Split('/')[1], StringComparer.Ordinal)
            .Where(static files => files.Count() > 1)
            .Select(static files => string.Join(", ", files));

        Assert.Empty(scattered);
    }
}
