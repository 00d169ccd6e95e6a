using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Whatever goes wrong, a call ends within its total deadline.</summary>
public sealed class DeadlineTests
{
    private const double Tolerance = 1.1;

    // Ninety calls end in the same moment, on two cores; the probe sees what one of them has to wait for.
    private static readonly TimeSpan Hops = TimeSpan.FromMilliseconds(250);

    public static TheoryData<string> Faults => FaultCatalog.Names(static _ => true);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task AnyCall_LastingFaultAndShortDeadlines_EndsWithinTheTotalDeadline(string name)
    {
        var fault = FaultCatalog.Named(name);
        var times = new ConcurrentBag<(string Operation, TimeSpan Time)>();
        await using var probe = new SchedulingProbe();

        await EveryOperation.PassesAsync(operation => CheckAsync(operation, fault, times), GatewayOperations.All.Count);

        var limit = (ClientSettings.ShortTotal * Tolerance) + Hops + probe.WorstDelay;
        Assert.Equal(GatewayOperations.All.Count, times.Count);
        Assert.DoesNotContain(times, call => call.Time > limit);
    }

    private static async Task CheckAsync(GatewayOperation operation, Fault fault, ConcurrentBag<(string Operation, TimeSpan Time)> times)
    {
        await using var run = FaultCase.Always(operation, fault, ClientSettings.Hurried);

        var started = Stopwatch.GetTimestamp();
        var error = await run.CallAsync();
        times.Add((operation.Id, Stopwatch.GetElapsedTime(started)));

        if (fault.Fails(operation))
        {
            var failure = Assert.IsType<HevlayerException>(error, exactMatch: false);

            // On a busy machine an attempt may run out of time before the server has seen it.
            Assert.InRange(run.Server.Requests.Count, 0, failure.Attempts);
            Assert.True(operation.IsIdempotent || fault.Repeats == Repeats.Always || failure.Attempts == 1, $"{failure.Attempts} attempts were made.");
        }
        else
        {
            Assert.True(error is null or HevlayerTimeoutException, error?.ToString());
        }

        Assert.True(await run.LeavesNoConnectionAsync(), "A connection outlives its client.");
    }
}
