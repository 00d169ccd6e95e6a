using Hevlayer.Tests.Shared;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>The other tests mean something: their calls are all there are, and succeed when nothing is wrong.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Calls_AreThoseOfTheOperationTable() => Assert.Equal(
        GatewayOperations.All.Select(operation => operation.Id).Order(StringComparer.Ordinal),
        OperationCalls.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Faults_HaveNamesOfTheirOwn() =>
        Assert.Equal(FaultCatalog.All.Count, FaultCatalog.All.Select(fault => fault.Name).Distinct().Count());

    [Fact]
    public Task AnyCall_HealthyServer_SucceedsAtTheFirstAttempt() => EveryOperation.PassesAsync(static async operation =>
    {
        await using var run = FaultCase.Planned(operation, _ => new GoodReply(operation).Whole, static _ => { });

        Assert.Null(await run.CallAsync());
        Assert.Single(run.Server.Requests);
        Assert.True(await run.LeavesNoConnectionAsync());
    });
}
