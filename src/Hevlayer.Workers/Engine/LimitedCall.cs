namespace Hevlayer.Workers;

/// <summary>Calls what the user wrote, within its time, and tells whose fault a failure is.</summary>
/// <param name="clock">The clock that measures the time.</param>
/// <param name="limit">The time.</param>
/// <param name="grace">How long the call may go on after it was cancelled; then nobody waits for it any more.</param>
internal sealed class LimitedCall(TimeProvider clock, TimeSpan limit, TimeSpan grace)
{
    /// <summary>Cancelled when what is worked on is lost.</summary>
    public required CancellationToken Lost { get; init; }

    /// <summary>Whether it is lost. Asks the clock: after a freeze, no timer may have run yet.</summary>
    public required Func<bool> IsLost { get; init; }

    /// <summary>Cancelled when the drain time of the worker is over.</summary>
    public required CancellationToken Abort { get; init; }

    /// <summary>Told of a call that nobody waits for any more.</summary>
    public required Action<Task> Abandoned { get; init; }

    /// <summary>How long was waited so far, all in all, for what is nobody's fault; null where every wait counts.</summary>
    public Func<TimeSpan>? Waited { get; init; }

    /// <summary>What the call gave, or the fault that took its place.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="call">The call, with the token of its time alone, and with the one it has to obey.</param>
    public async Task<(T? Result, Fault? Fault)> RunAsync<T>(Func<CancellationToken, CancellationToken, Task<T?>> call)
        where T : class
    {
        using var deadline = new WorkDeadline(limit, clock, Waited);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Lost, deadline.Token, Abort);
        var work = StartAsync(call, deadline.Token, end.Token);
        if (!await Bounded.EndsAsync(work, grace, clock, end.Token))
        {
            Abandoned(work);
        }

        if (work.IsCompletedSuccessfully)
        {
            return (await work, null);
        }

        // An abandoned call has been cancelled by one of the tokens: which one says it all.
        var exception = work.IsCompleted ? await work.ErrorAsync() : new OperationCanceledException(end.Token);
        return (null, FaultRules.Classify(exception, IsLost(), Abort.IsCancellationRequested, deadline.Token.IsCancellationRequested, limit));
    }

    // An async method turns what is thrown before the first await into a failed task.
    private static async Task<T?> StartAsync<T>(Func<CancellationToken, CancellationToken, Task<T?>> call, CancellationToken deadline, CancellationToken cancellationToken)
        where T : class =>
        await call(deadline, cancellationToken);
}
