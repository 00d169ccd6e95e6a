namespace Hevlayer.Workers;

/// <summary>Calls the handler for one attempt, within its time.</summary>
internal sealed class HandlerCall(WorkerParts parts, HeldDocument held)
{
    /// <summary>The handler's outcome, or the fault that took its place.</summary>
    public async Task<(DocumentOutcome? Outcome, Fault? Fault)> RunAsync(IReadOnlyList<Chunk> chunks, int attempt)
    {
        var limit = parts.Options.HandlerTimeout;
        using var deadline = new CancellationTokenSource(limit, parts.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, deadline.Token, parts.Abort);
        var context = new DocumentContext
        {
            Id = held.Id,
            PipelineId = parts.Options.PipelineId,
            WorkerId = parts.Options.WorkerId,
            Chunks = chunks,
            Attempt = attempt,
            Clock = parts.Clock,
            LeaseLost = held.Lost,
            Stopping = parts.Stopping,
            Deadline = deadline.Token,
        };

        var work = StartAsync(context, either.Token);
        if (!await Bounded.EndsAsync(work, parts.Options.Shutdown.CancelGrace, parts.Clock, either.Token))
        {
            parts.Status.Abandon(work);
            parts.Log.HandlerAbandoned(held.Id, parts.Options.Shutdown.CancelGrace);
        }

        if (work.IsCompletedSuccessfully)
        {
            return await work is { } outcome
                ? (outcome, null)
                : (null, new(FaultKind.Handler, "The handler gave no outcome."));
        }

        // An abandoned handler has been cancelled by one of the tokens: which one says it all.
        var exception = work.IsCompleted ? await ErrorOfAsync(work) : new OperationCanceledException(either.Token);
        return (null, FaultRules.Classify(
            exception,
            !held.IsSafe,
            parts.Abort.IsCancellationRequested,
            deadline.IsCancellationRequested,
            limit));
    }

    private static async Task<Exception> ErrorOfAsync(Task work)
    {
        try
        {
            await work;
            throw new InvalidOperationException("The work has not failed.");
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    // An async method turns what the handler throws before its first await into a failed task.
    private async Task<DocumentOutcome> StartAsync(DocumentContext context, CancellationToken cancellationToken) =>
        await parts.Handler.HandleAsync(context, cancellationToken);
}
