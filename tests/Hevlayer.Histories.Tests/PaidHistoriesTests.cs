using Hevlayer.Workers.Simulation;

namespace Hevlayer.Histories.Tests;

/// <summary>What the model is paid for where processes are killed and nothing else goes wrong.</summary>
public sealed class PaidHistoriesTests(ITestOutputHelper output)
{
    [Fact]
    public void Worker_IsKilledNowAndThen_EmbedsAgainAtMostWhatItHeld()
    {
        var options = Histories.Options(200);
        options.Faults.Clear();
        options.Faults[SimulatedFault.Crash] = 2;

        var report = WorkerSimulation.Run(options, TestContext.Current.CancellationToken);

        output.WriteLine(Histories.Describe(report));
        report.ThrowIfBroken();
        Assert.True(report.Faults[SimulatedFault.Crash] > options.Histories / 4, "Hardly any process was killed.");
    }
}
