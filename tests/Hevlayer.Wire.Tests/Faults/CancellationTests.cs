using System.Diagnostics;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>The caller's own cancellation ends a call at once, whatever it is in the middle of.</summary>
public sealed class CancellationTests
{
    // All limits of the client are far beyond: only the token can end the call within this time.
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Replies => FaultCatalog.Names(static fault => !fault.IsRefusal);

    public static TheoryData<string> RepeatedFaults => FaultCatalog.Names(static fault => fault.Repeats != Repeats.Never);

    [Theory]
    [MemberData(nameof(Replies))]
    public Task AnyCall_CancelledInTheMiddleOfAReply_EndsWithTheCallersToken(string name)
    {
        var fault = FaultCatalog.Named(name);
        return EveryOperation.PassesAsync(async operation =>
        {
            var reply = fault.Reply(new GoodReply(operation)).BrokenOffInTheMiddle();
            await using var run = FaultCase.Planned(operation, _ => reply, ClientSettings.Unhurried);
            using var caller = new CancellationTokenSource();

            var call = run.CallAsync(caller.Token);
            await run.Server.FirstReplySent;

            await CheckAsync(run, call, caller);
        });
    }

    [Theory]
    [MemberData(nameof(RepeatedFaults))]
    public Task RepeatedCall_CancelledInThePause_EndsWithTheCallersToken(string name)
    {
        var fault = FaultCatalog.Named(name);
        return EveryOperation.PassesAsync(
            GatewayOperations.All.Where(fault.IsRepeated),
            async operation =>
            {
                var pausing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await using var run = FaultCase.Always(operation, fault, options =>
                {
                    ClientSettings.Unhurried(options);
                    options.LoggerFactory = new RetryWatch(() => pausing.TrySetResult());
                    options.AttemptTimeout = fault.EndedBy == EndedBy.AttemptTimeout ? ClientSettings.ShortAttempt : options.AttemptTimeout;
                    options.ReadStallTimeout = fault.EndedBy == EndedBy.StallTimeout ? ClientSettings.ShortStall : options.ReadStallTimeout;
                });
                using var caller = new CancellationTokenSource();

                var call = run.CallAsync(caller.Token);
                await pausing.Task;

                await CheckAsync(run, call, caller);
            });
    }

    private static async Task CheckAsync(FaultCase run, Task<Exception?> call, CancellationTokenSource caller)
    {
        Assert.False(call.IsCompleted, "The call did not wait.");
        var cancelled = Stopwatch.GetTimestamp();
        await caller.CancelAsync();

        var error = Assert.IsType<OperationCanceledException>(await call, exactMatch: false);

        Assert.InRange(Stopwatch.GetElapsedTime(cancelled), TimeSpan.Zero, Promptly);
        Assert.Equal(caller.Token, error.CancellationToken);
        Assert.True(await run.LeavesNoConnectionAsync(), "A connection outlives its client.");
    }
}
