namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Faults on a connection that has served a call before.</summary>
public sealed class KeptConnectionTests
{
    public static TheoryData<string> Faults => FaultCatalog.Names(static fault => !fault.IsRefusal && fault.Reply(Any).ReadsRequest);

    private static GoodReply Any => new(GatewayOperations.All[0]);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task AnyCall_LastingFaultAfterAGoodCall_FailsAfterTheAttemptsOfTheTable(string name)
    {
        var fault = FaultCatalog.Named(name);
        return EveryOperation.PassesAsync(operation => CheckAsync(operation, fault), fault.EndedBy == EndedBy.Itself ? 16 : GatewayOperations.All.Count);
    }

    private static async Task CheckAsync(GatewayOperation operation, Fault fault)
    {
        var good = new GoodReply(operation);
        await using var run = FaultCase.Planned(operation, number => number == 1 ? good.Whole : fault.Reply(good), ClientSettings.Counting(fault));

        Assert.Null(await run.CallAsync());
        var error = await run.CallAsync();

        Assert.Equal(run.Server.Requests[0].Connection, run.Server.Requests[1].Connection);
        var attempts = fault.Fails(operation) && fault.IsRepeated(operation) ? ClientSettings.AttemptsFor(fault) : 1;
        Assert.Equal(attempts, run.Server.Requests.Count - 1);
        if (fault.Fails(operation))
        {
            Assert.IsType(fault.Error!, error);
            Assert.Equal(attempts, ((HevlayerException)error).Attempts);
        }
        else
        {
            Assert.Null(error);
        }

        Assert.True(await run.Server.ConnectionsFallToAsync(fault.LeavesConnectionUsable ? 1 : 0), "A broken connection stays open.");
        Assert.True(await run.LeavesNoConnectionAsync(), "A connection outlives its client.");
    }
}
