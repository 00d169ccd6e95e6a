using Hevlayer.Workers.Simulation;

namespace Hevlayer.Histories.Tests;

/// <summary>Faults that the user picks, by name and weight.</summary>
public sealed class FaultWeightsTests
{
    [Fact]
    public void Faults_NoneHasAWeight_NothingGoesWrong()
    {
        var report = Run(static options => options.Faults.Clear());

        Assert.All(report.Faults, static fault => Assert.Equal(0, fault.Value));
        Assert.Equal(0, report.Failed);
        report.ThrowIfBroken();
    }

    [Fact]
    public void Faults_OneHasAWeight_HappensAlone()
    {
        var report = Run(static options =>
        {
            options.Faults.Clear();
            options.Faults[SimulatedFault.Crash] = 2;
        });

        Assert.True(report.Faults[SimulatedFault.Crash] > 0);
        Assert.All(report.Faults.Where(static fault => fault.Key != SimulatedFault.Crash), static fault => Assert.Equal(0, fault.Value));
    }

    [Fact]
    public void Faults_OneHasMoreWeight_HappensMoreOften()
    {
        var usual = Run(static _ => { });
        var often = Run(static options => options.Faults[SimulatedFault.Freeze] = 10);

        Assert.True(often.Faults[SimulatedFault.Freeze] > 2 * usual.Faults[SimulatedFault.Freeze]);
    }

    [Fact]
    public void Faults_NegativeWeight_IsRefusedByName()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Run(static options => options.Faults[SimulatedFault.Outage] = -1));

        Assert.Contains("Outage", error.Message, StringComparison.Ordinal);
    }

    private static SimulationReport Run(Action<SimulationOptions> configure)
    {
        var options = new SimulationOptions { Histories = 40 };
        configure(options);
        return WorkerSimulation.Run(options, TestContext.Current.CancellationToken);
    }
}
