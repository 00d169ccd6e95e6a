using Hevlayer.Workers.Simulation;

namespace Hevlayer.Histories.Tests;

/// <summary>Workers in seeded histories over the real client: its retries, pauses, deadlines and JSON.</summary>
public sealed class ClientHistoriesTests(ITestOutputHelper output)
{
    [Fact]
    public void Worker_AnyTroubleOnTheWire_KeepsItsPromises()
    {
        var options = Histories.Options(400);
        options.Transport = SimulatedTransport.Client;

        var report = WorkerSimulation.Run(options, TestContext.Current.CancellationToken);

        output.WriteLine(Histories.Describe(report));
        report.ThrowIfBroken();
        Assert.Equal(options.Histories, report.Histories);
    }

    /// <summary>
    /// A claim whose reply came when its lease was over; a restage whose reply was lost, so that the client would have sent
    /// it again under a hold that had ended.
    /// </summary>
    [Theory]
    [InlineData(1355)]
    [InlineData(1507)]
    public void Worker_HearsTooLateOfItsLease_KeepsItsPromises(int seed) =>
        WorkerSimulation.Run(new() { Transport = SimulatedTransport.Client, FirstSeed = seed, Histories = 1 }, TestContext.Current.CancellationToken).ThrowIfBroken();
}
