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

    /// <summary>A document that was deleted while it was worked on, and a crash between its rows and the refused completion.</summary>
    [Fact]
    public void Worker_DiesBetweenRowsAndCompletionOfADeletedDocument_LeavesNoRow() =>
        WorkerSimulation.Run(new() { FirstSeed = 347, Histories = 1 }, TestContext.Current.CancellationToken).ThrowIfBroken();
}
