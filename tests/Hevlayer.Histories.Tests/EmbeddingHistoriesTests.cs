using Hevlayer.Workers.Simulation;

namespace Hevlayer.Histories.Tests;

/// <summary>
/// The embedding worker in seeded histories. One history is played again by
/// <c>HEVLAYER_SEED=number dotnet test --project tests/Hevlayer.Histories.Tests</c>.
/// </summary>
public sealed class EmbeddingHistoriesTests(ITestOutputHelper output)
{
    [Fact]
    public void Worker_AnyTrouble_KeepsItsPromises()
    {
        var options = Histories.Options(10_000);

        var report = WorkerSimulation.Run(options, TestContext.Current.CancellationToken);

        output.WriteLine(Histories.Describe(report));
        report.ThrowIfBroken();
        Assert.Equal(options.Histories, report.Histories);
    }

    /// <summary>Two outages in a row, and pauses between attempts that were too short to outlast them.</summary>
    [Fact]
    public void Worker_LongOutages_SetsNothingSoundAside() =>
        WorkerSimulation.Run(new() { FirstSeed = 7_017_455, Histories = 1 }, TestContext.Current.CancellationToken).ThrowIfBroken();

    /// <summary>
    /// Rows that came late and were about to be deleted when another worker found them right; a write that was sent twice and
    /// came once more after the next text; late rows of one who lost the document, which a source would have taken for the last word;
    /// rows of an earlier hold of a worker that has indexed the next text meanwhile, and ends.
    /// </summary>
    [Theory]
    [InlineData(557)]
    [InlineData(4_024)]
    [InlineData(202_641)]
    [InlineData(208_038)]
    [InlineData(209_819)]
    public void Worker_RowsComeLateWhileASourceGoesBack_KeepsItsPromises(int seed) =>
        WorkerSimulation.Run(new() { FirstSeed = seed, Histories = 1 }, TestContext.Current.CancellationToken).ThrowIfBroken();

    /// <summary>A document that was deleted while it was worked on, and a crash between its rows and the refused completion.</summary>
    [Fact]
    public void Worker_DiesBetweenRowsAndCompletionOfADeletedDocument_LeavesNoRow() =>
        WorkerSimulation.Run(new() { FirstSeed = 347, Histories = 1 }, TestContext.Current.CancellationToken).ThrowIfBroken();
}
