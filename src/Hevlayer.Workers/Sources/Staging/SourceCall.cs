namespace Hevlayer.Workers;

/// <summary>Calls the source about one message: one call at a time, within its time.</summary>
internal sealed class SourceCall(SourceParts parts, HeldMessage held)
{
    /// <summary>Ends when the call has succeeded.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the call with an error.</param>
    public async Task RunAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        await held.Calls.EnterAsync(1, cancellationToken);
        try
        {
            using var limit = new CancellationTokenSource(held.CallLimit, parts.Clock);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var work = StartAsync(call, end.Token);
            if (!await Bounded.EndsAsync(work, parts.Options.Shutdown.CancelGrace, parts.Clock, end.Token))
            {
                parts.Progress.Abandon(work);
                throw new TimeoutException($"The source did not answer within {held.CallLimit} and ignores its cancellation token; the worker no longer waits for the call.");
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
