using Hevlayer.Workers.Simulation;

namespace Hevlayer.Histories.Tests;

/// <summary>What a seed says happens again to the last step; without that no broken history could be looked at.</summary>
public sealed class RepetitionTests
{
    [Theory]
    [InlineData(SimulatedTransport.Model, 60)]
    [InlineData(SimulatedTransport.Client, 12)]
    public void Seed_RunTwice_GivesTheIdenticalHistory(SimulatedTransport transport, int seeds)
    {
        for (var seed = 1; seed <= seeds; seed++)
        {
            var one = WorkerSimulation.RunOne(seed, new() { Transport = transport });
            var two = WorkerSimulation.RunOne(seed, new() { Transport = transport });

            Assert.Equal(one.Trace, two.Trace);
            Assert.Equal(one.Rows, two.Rows);
            Assert.Equal(one.Time, two.Time);
            Assert.All(Enum.GetValues<SimulatedFault>(), fault => Assert.Equal(one.Faults[fault], two.Faults[fault]));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public void Histories_OnOneThreadOrTwo_GiveTheSameReport(int? maxBroken)
    {
        var one = Report(parallelism: 1, maxBroken);
        var two = Report(parallelism: 2, maxBroken);

        Assert.Equal(one.Histories, two.Histories);
        Assert.Equal(one.WorkerTime, two.WorkerTime);
        Assert.Equal((one.Indexed, one.Failed), (two.Indexed, two.Failed));
        Assert.Equal(one.Faults, two.Faults);
        Assert.Equal(
            one.Broken.Select(static broken => $"{broken.Seed}: {string.Join("; ", broken.Violations)}"),
            two.Broken.Select(static broken => $"{broken.Seed}: {string.Join("; ", broken.Violations)}"));
    }

    [Fact]
    public void Seeds_Differ_GiveDifferentHistories()
    {
        var traces = Enumerable.Range(1, 60).Select(static seed => WorkerSimulation.RunOne(seed, new()).Trace);

        Assert.Equal(60, traces.Distinct().Count());
    }

    // A handler that never ends sees to broken histories.
    private static SimulationReport Report(int parallelism, int? maxBroken) => WorkerSimulation.Run(
        new()
        {
            Histories = 24,
            MaxParallelism = parallelism,
            MaxBroken = maxBroken,
            Handler = maxBroken is null ? null : static () => new ScriptedHandler(static (document, _) => Task.FromResult(Hevlayer.Workers.DocumentOutcome.Restage(document.Chunks))),
        },
        TestContext.Current.CancellationToken);
}
