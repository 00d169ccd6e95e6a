namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Putting chunks is repeated soon after the first attempt only, as long as its outcome is unknown.</summary>
public sealed class EarlyRetryTests
{
    private const int MaxAttempts = 4;

    // Attempts end 20, 40 and 60 seconds after the call began.
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(45);
    private const int AttemptsWithinWindow = 3;

    public static TheoryData<string> Faults => FaultCatalog.Names(static fault => fault.Error is not null);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task PutChunks_LastingFault_IsRepeatedWithinTheWindowOnly(string name)
    {
        var fault = FaultCatalog.Named(name);
        var clock = new JumpingClock();
        await using var run = FaultCase.Always(GatewayOperations.PutPipelineDocumentChunks, fault, ClientSettings.Counting(fault) + (options =>
        {
            options.TimeProvider = clock;
            options.TotalTimeout = TimeSpan.FromMinutes(5);
            options.Retry.MaxAttempts = MaxAttempts;
            options.Retry.EarlyRetryWindow = Window;
            options.LoggerFactory = fault.IsRefusal ? new RetryWatch(() => clock.Jump(Jump)) : null;
        }));
        run.Server.RequestSeen = () => clock.Jump(Jump);

        var failure = Assert.IsType<HevlayerException>(await run.CallAsync(TestContext.Current.CancellationToken), exactMatch: false);

        Assert.Equal(ExpectedAttempts(fault), failure.Attempts);
        Assert.Equal(fault.IsRefusal ? 0 : failure.Attempts, run.Server.Requests.Count);
    }

    private static int ExpectedAttempts(Fault fault) => fault.Repeats switch
    {
        Repeats.Always => MaxAttempts,
        Repeats.WhenSafe => AttemptsWithinWindow,
        _ => 1,
    };
}
