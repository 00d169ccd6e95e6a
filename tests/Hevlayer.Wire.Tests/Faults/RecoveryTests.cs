namespace Hevlayer.Wire.Tests.Faults;

/// <summary>A fault that is gone at the next request.</summary>
public sealed class RecoveryTests
{
    public static TheoryData<string> Faults => FaultCatalog.Names(static fault => fault is { IsRefusal: false, Error: not null });

    [Theory]
    [MemberData(nameof(Faults))]
    public Task AnyCall_FaultOnce_SucceedsWhereTheTableRepeatsAndReportsElsewhere(string name)
    {
        var fault = FaultCatalog.Named(name);
        return EveryOperation.PassesAsync(operation => CheckAsync(operation, fault), fault.EndedBy == EndedBy.Itself ? 16 : GatewayOperations.All.Count);
    }

    [Fact]
    public Task AnyCall_ServerListensOnlyAfterTheFirstAttempt_Succeeds() => EveryOperation.PassesAsync(static async operation =>
    {
        FaultCase? starting = null;
        var retries = 0;
        await using var run = starting = FaultCase.Always(operation, FaultCatalog.Named("refused"), options =>
            options.LoggerFactory = new RetryWatch(() =>
            {
                if (Interlocked.Increment(ref retries) == 1)
                {
                    starting!.Server.Listen();
                }
            }));

        Assert.Null(await run.CallAsync());
        Assert.Equal(1, retries);
        Assert.Single(run.Server.Requests);
    });

    private static async Task CheckAsync(GatewayOperation operation, Fault fault)
    {
        await using var run = FaultCase.Once(operation, fault, ClientSettings.Counting(fault));

        var error = await run.CallAsync();

        if (fault.Fails(operation) && !fault.IsRepeated(operation))
        {
            Assert.Equal(1, Assert.IsType<HevlayerException>(error, exactMatch: false).Attempts);
            Assert.Single(run.Server.Requests);
            error = await run.CallAsync();
        }
        else if (!fault.Fails(operation))
        {
            Assert.Null(error);
            error = await run.CallAsync();
        }

        Assert.Null(error);
        Assert.Equal(2, run.Server.Requests.Count);
        if (!fault.LeavesConnectionUsable)
        {
            Assert.Equal(2, run.Server.Requests.DistinctBy(static request => request.Connection).Count());
        }

        Assert.True(await run.Server.ConnectionsFallToAsync(1), "A broken connection stays open.");
        Assert.True(await run.LeavesNoConnectionAsync(), "A connection outlives its client.");
    }
}
