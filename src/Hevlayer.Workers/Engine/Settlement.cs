namespace Hevlayer.Workers;

/// <summary>
/// Makes the calls that store or end something for one item. The result of paid work is kept while the other side has
/// trouble: the call is retried, not the work.
/// </summary>
/// <param name="parts">What the parts of the worker share.</param>
/// <param name="held">The item.</param>
/// <param name="faultOf">Whose fault an exception is, while the item is ours and the worker does not end.</param>
/// <param name="onFailure">Told of each failure that is retried, with the number of failures so far.</param>
internal sealed class Settlement(EngineParts parts, HeldItem held, Func<Exception, Fault> faultOf, Action<Fault, int> onFailure)
{
    /// <summary>Makes a call until it succeeds.</summary>
    /// <param name="call">The call, with whether it is made again; false when the item is no longer ours.</param>
    /// <returns>Null when it is done; else the fault, which is final when the failures are used up.</returns>
    public async Task<Fault?> RunAsync(Func<bool, CancellationToken, Task<bool>> call)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(held.Lease.Lost, parts.Abort);
        var failures = default(AttemptCounts);
        while (true)
        {
            var fault = await TryAsync(call, isRetry: failures.Total > 0, end.Token);
            if (fault is not { Kind: FaultKind.Gateway or FaultKind.Refused })
            {
                return fault;
            }

            failures = failures.With(fault.Kind);
            onFailure(fault, failures.Total);
            if (failures.AreExhausted(fault.Kind, parts.Limits.Retry) && (fault.Kind == FaultKind.Refused || !parts.Trouble.IsSharedBy(held.Id)))
            {
                return fault with { IsFinal = true };
            }

            await parts.Trouble.PauseAsync(parts.Limits.Retry.PauseAfter(failures.Total, parts.Random.NextDouble()), end.Token);
        }
    }

    private async Task<Fault?> TryAsync(Func<bool, CancellationToken, Task<bool>> call, bool isRetry, CancellationToken cancellationToken)
    {
        // The clock is asked, not the token: after a freeze of the process the timer of the lease may be late.
        if (!held.Lease.IsSafe)
        {
            return Fault.LeaseLost;
        }

        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await call(isRetry, cancellationToken) ? null : Fault.LeaseLost;
        }
        catch (Exception exception)
        {
            return !held.Lease.IsSafe ? Fault.LeaseLost
                : parts.Abort.IsCancellationRequested ? Fault.Stopped
                : faultOf(exception);
        }
    }
}
