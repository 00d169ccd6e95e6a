namespace Hevlayer.Workers;

/// <summary>Calls the source about one message: one call at a time, within its time.</summary>
internal sealed class SourceCall(SourceParts parts, HeldMessage held)
{
    /// <summary>Longest time for the call.</summary>
    public TimeSpan Limit { get; init; } = held.CallLimit;

    /// <summary>Ends when the call has succeeded.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the call with an error.</param>
    public async Task RunAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        await held.Calls.EnterAsync(1, cancellationToken);
        try
        {
            using var limit = new CancellationTokenSource(Limit, parts.Clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var work = StartAsync(call, either.Token);
            if (!await Bounded.EndsAsync(work, parts.Options.Shutdown.CancelGrace, parts.Clock, either.Token))
            {
                parts.Status.Abandon(work);
                throw new TimeoutException($"The source did not answer within {Limit} and does not listen to its token; the call is left to itself.");
            }

            await work;
        }
        finally
        {
            held.Calls.Leave(1);
        }
    }

    // An async method turns what the source throws before its first await into a failed task.
    private static async Task StartAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        await call(cancellationToken);
}
