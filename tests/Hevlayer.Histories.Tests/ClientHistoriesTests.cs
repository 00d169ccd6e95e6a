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
}
