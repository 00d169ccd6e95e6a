namespace Hevlayer.Wire.Tests.Faults;

/// <summary>A reply that is given up takes its connection along, whatever the handler below would do with the rest.</summary>
public sealed class GivenUpReplyTests
{
    public static TheoryData<string> Faults => FaultCatalog.Names(static fault => fault.BreaksTheBody && fault.EndedBy != EndedBy.Itself);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task AnyCall_ReplyStalls_ItsConnectionIsNotKeptToBeEmptied(string name)
    {
        var fault = FaultCatalog.Named(name);
        return EveryOperation.PassesAsync(
            async operation =>
            {
                // It would wait for the rest of the reply for ever, and then use the connection again.
                using var connections = new SocketsHttpHandler { ResponseDrainTimeout = Timeout.InfiniteTimeSpan };
                var reply = fault.Reply(new GoodReply(operation));
                await using var run = FaultCase.Planned(operation, _ => reply, ClientSettings.Counting(fault), connections);

                Assert.IsType<HevlayerTimeoutException>(await run.CallAsync());
                Assert.True(await run.Server.ConnectionsFallToAsync(0), "A connection is kept.");
            },
            GatewayOperations.All.Count);
    }
}
