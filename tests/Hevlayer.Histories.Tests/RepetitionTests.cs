using Hevlayer.Workers.Simulation;

namespace Hevlayer.Histories.Tests;

/// <summary>What a seed says happens again to the last step; without that no broken history could be looked at.</summary>
public sealed class RepetitionTests
{
    [Fact]
    public void Seed_RunTwice_GivesTheIdenticalHistory()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var one = WorkerSimulation.RunOne(seed, new());
            var two = WorkerSimulation.RunOne(seed, new());

            Assert.Equal(one.Trace, two.Trace);
            Assert.Equal(one.Rows, two.Rows);
            Assert.Equal(one.Time, two.Time);
            Assert.All(Enum.GetValues<SimulatedFault>(), fault => Assert.Equal(one.Faults[fault], two.Faults[fault]));
        }
    }

    [Fact]
    public void Seeds_Differ_GiveDifferentHistories()
    {
        var traces = Enumerable.Range(1, 60).Select(static seed => WorkerSimulation.RunOne(seed, new()).Trace);

        Assert.Equal(60, traces.Distinct().Count());
    }
}
