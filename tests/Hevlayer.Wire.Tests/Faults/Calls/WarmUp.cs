[assembly: AssemblyFixture(typeof(Hevlayer.Wire.Tests.Faults.WarmUp))]

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Calls each operation once before all tests, so that none of them pays for compiling within its deadline.</summary>
public sealed class WarmUp : IAsyncLifetime
{
    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await Parallel.ForEachAsync(GatewayOperations.All, async (operation, _) =>
    {
        await using var run = FaultCase.Planned(operation, _ => new GoodReply(operation).Whole, static _ => { });
        await run.CallAsync(CancellationToken.None);
    });

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
