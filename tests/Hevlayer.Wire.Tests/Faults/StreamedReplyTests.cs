namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Replies too large to be held in memory: what breaks while they are streamed cannot be repeated, but is reported.</summary>
public sealed class StreamedReplyTests
{
    private const int MaxBuffered = 4 * 1024;
    private const int Large = 64 * 1024;

    public static TheoryData<string> Faults => FaultCatalog.Names(static fault => fault.BreaksTheBody && fault.Name != "reset after headers");

    [Fact]
    public Task AnyCall_LargeReply_Succeeds() => EveryOperation.PassesAsync(static async operation =>
    {
        await using var run = FaultCase.Planned(operation, _ => new GoodReply(operation, Large).Whole, Small);

        Assert.Null(await run.CallAsync());
        Assert.True(await run.LeavesNoConnectionAsync());
    });

    [Theory]
    [MemberData(nameof(Faults))]
    public Task AnyCall_LargeReplyBreaks_FailsWithATypedErrorAndNoRepeat(string name)
    {
        var fault = FaultCatalog.Named(name);
        return EveryOperation.PassesAsync(
            async operation =>
            {
                await using var run = FaultCase.Always(operation, fault, ClientSettings.Counting(fault) + ShortTotal(fault) + Small, Large);

                var error = await run.CallAsync();

                if (fault.Fails(operation))
                {
                    Assert.IsType(fault.Error!, error);
                    var failure = (HevlayerException)error;
                    Assert.Equal((1, operation.Route), (failure.Attempts, failure.Route));
                }
                else
                {
                    Assert.Null(error);
                }

                Assert.Single(run.Server.Requests);
                Assert.True(await run.Server.ConnectionsFallToAsync(fault.LeavesConnectionUsable ? 1 : 0), "A broken connection stays open.");
                Assert.True(await run.LeavesNoConnectionAsync(), "A connection outlives its client.");
            },
            fault.EndedBy == EndedBy.Itself ? 16 : GatewayOperations.All.Count);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public Task AnyCall_CancelledWhileALargeReplyIsRead_EndsWithTheCallersToken(string name)
    {
        var fault = FaultCatalog.Named(name);
        return EveryOperation.PassesAsync(async operation =>
        {
            var reply = fault.Reply(new GoodReply(operation, Large)).BrokenOffInTheMiddle();
            await using var run = FaultCase.Planned(operation, _ => reply, options =>
            {
                Small(options);
                ClientSettings.Unhurried(options);
            });
            using var caller = new CancellationTokenSource();

            var call = run.CallAsync(caller.Token);
            await run.Server.FirstReplySent;
            await caller.CancelAsync();

            var error = Assert.IsType<OperationCanceledException>(await call, exactMatch: false);
            Assert.Equal(caller.Token, error.CancellationToken);
            Assert.True(await run.LeavesNoConnectionAsync(), "A connection outlives its client.");
        });
    }

    private static void Small(HevlayerClientOptions options) => options.MaxBufferedReplyBytes = MaxBuffered;

    // The deadline of the attempt ends with the headers of a streamed reply; its body has what is left of the total time.
    private static Action<HevlayerClientOptions> ShortTotal(Fault fault) => options =>
        options.TotalTimeout = fault.EndedBy == EndedBy.AttemptTimeout ? options.AttemptTimeout : options.TotalTimeout;
}
