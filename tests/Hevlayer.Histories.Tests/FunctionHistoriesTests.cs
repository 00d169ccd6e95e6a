using Hevlayer.Workers.Simulation;

namespace Hevlayer.Histories.Tests;

/// <summary>Function workers in seeded histories, over the queue of the local gateway.</summary>
public sealed class FunctionHistoriesTests(ITestOutputHelper output)
{
    [Fact]
    public void FunctionWorker_AnyTrouble_KeepsItsPromises()
    {
        var options = Histories.Options(1_000);

        var report = WorkerSimulation.RunFunctions(options, TestContext.Current.CancellationToken);

        output.WriteLine(Histories.Describe(report));
        report.ThrowIfBroken();
        Assert.Equal(options.Histories, report.Histories);
        Assert.True(options.Histories < 100 || report is { Indexed: > 0, Failed: > 0 });
    }

    [Fact]
    public void FunctionWorker_NothingGoesWrong_LosesAndFailsNothing()
    {
        var options = Histories.Options(100);
        options.Faults.Clear();

        var report = WorkerSimulation.RunFunctions(options, TestContext.Current.CancellationToken);

        report.ThrowIfBroken();
        Assert.All(report.Faults, static fault => Assert.Equal(0, fault.Value));
    }

    [Fact]
    public void FunctionWorker_SameSeed_DoesTheSame()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            Assert.Equal(WorkerSimulation.RunOneFunction(seed, new()).Trace, WorkerSimulation.RunOneFunction(seed, new()).Trace);
        }
    }
}
