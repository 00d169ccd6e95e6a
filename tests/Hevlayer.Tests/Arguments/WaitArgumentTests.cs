namespace Hevlayer.Tests.Arguments;

/// <summary>Options of the waiting helpers.</summary>
public sealed class WaitArgumentTests
{
    private static readonly TimeSpan Minus = TimeSpan.FromSeconds(-1);

    private static readonly ArgumentCase[] Cases =
    [
        Drain(new() { PollInterval = TimeSpan.Zero }, "options.PollInterval", ArgumentCase.NotPositive),
        Drain(new() { Timeout = TimeSpan.Zero }, "options.Timeout", ArgumentCase.NotPositive),
        Drain(new() { StatusCacheTime = Minus }, "options.StatusCacheTime", ArgumentCase.Negative),
        Drain(new() { FailureTolerance = Minus }, "options.FailureTolerance", ArgumentCase.Negative),
        Snapshot(new() { PollInterval = Minus }, "options.PollInterval", ArgumentCase.NotPositive),
        Snapshot(new() { Timeout = Minus }, "options.Timeout", ArgumentCase.NotPositive),
        Snapshot(new() { FailureTolerance = Minus }, "options.FailureTolerance", ArgumentCase.Negative),
        Run(new() { WriteGrace = Minus }, "options.WriteGrace", ArgumentCase.Negative),
        Run(new() { Drain = new() { PollInterval = TimeSpan.Zero } }, "options.Drain.PollInterval", ArgumentCase.NotPositive),
        Run(new() { Drain = new() { Timeout = Minus } }, "options.Drain.Timeout", ArgumentCase.NotPositive),
        Run(new() { Drain = new() { StatusCacheTime = Minus } }, "options.Drain.StatusCacheTime", ArgumentCase.Negative),
        Run(new() { Drain = new() { FailureTolerance = Minus } }, "options.Drain.FailureTolerance", ArgumentCase.Negative),
        Run(new() { Drain = null! }, "options.Drain", "cannot be null"),
        Run(new() { Snapshot = new() { PollInterval = TimeSpan.Zero } }, "options.Snapshot.PollInterval", ArgumentCase.NotPositive),
        Run(new() { Snapshot = new() { Timeout = Minus } }, "options.Snapshot.Timeout", ArgumentCase.NotPositive),
        Run(new() { Snapshot = new() { FailureTolerance = Minus } }, "options.Snapshot.FailureTolerance", ArgumentCase.Negative),
        Run(new() { Snapshot = null! }, "options.Snapshot", "cannot be null"),
    ];

    public static TheoryData<int> Numbers => ArgumentCase.Numbers(Cases);

    [Theory]
    [MemberData(nameof(Numbers))]
    public Task Option_OutOfRange_IsNamedAndNothingIsSent(int number) => Cases[number].CheckAsync();

    private static ArgumentCase Drain(DrainOptions options, string parameter, string allowed) =>
        new(client => client.WaitForDrainAsync("p", options), parameter, allowed);

    private static ArgumentCase Snapshot(SnapshotWaitOptions options, string parameter, string allowed) =>
        new(client => client.WaitForSnapshotAsync("n", DateTimeOffset.UnixEpoch, options), parameter, allowed);

    private static ArgumentCase Run(RunOptions options, string parameter, string allowed) =>
        new(client => client.WaitForRunAsync("p", DateTimeOffset.UnixEpoch, options), parameter, allowed);
}
