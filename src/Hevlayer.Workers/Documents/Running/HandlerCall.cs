namespace Hevlayer.Workers;

/// <summary>Calls the handler for one attempt, within its time.</summary>
internal sealed class HandlerCall(DocumentParts parts, HeldDocument held)
{
    private const int MostQuestions = 5;

    /// <summary>The handler's outcome, or the fault that took its place.</summary>
    public async Task<(DocumentOutcome? Outcome, Fault? Fault)> RunAsync(IReadOnlyList<Chunk> chunks, int attempt)
    {
        var call = new LimitedCall(parts.Clock, parts.Options.HandlerTimeout, parts.Options.Shutdown.CancelGrace)
        {
            Lost = held.Lease.Lost,
            IsLost = () => !held.Lease.IsSafe,
            Abort = parts.Abort,
            Abandoned = Abandon,
            Waited = parts.Handler is IPatientHandler patient ? patient.Waited : null,
        };
        var (outcome, fault) = await call.RunAsync<DocumentOutcome>(async (deadline, cancellationToken) => await parts.Handler.HandleAsync(
            ContextOf(chunks, attempt, deadline),
            cancellationToken));
        return outcome is null && fault is null
            ? (null, new(FaultKind.Handler, "The handler gave no outcome."))
            : (outcome, fault);
    }

    private DocumentContext ContextOf(IReadOnlyList<Chunk> chunks, int attempt, CancellationToken deadline) => new()
    {
        Id = held.Id,
        PipelineId = parts.Options.PipelineId,
        WorkerId = parts.Options.WorkerId,
        Chunks = chunks,
        Attempt = attempt,
        Clock = parts.Clock,
        LeaseLost = held.Lease.Lost,
        Stopping = parts.Stopping,
        Deadline = deadline,
        ViewRows = parts.Options.WriteRowsWith == RowRoute.PutVectors ? null : ViewRowsAsync,
    };

    // Which of the two is asked first does not matter: where they saw different writes, the versions differ.
    private async Task<RowView> ViewRowsAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken)
    {
        var views = await new[]
        {
            AskAsync(isAlone => parts.Questions.FindAsync(held, rowIds, isAlone, cancellationToken), cancellationToken),
            AskAsync(isAlone => parts.Questions.ListAsync(held, isAlone, cancellationToken), cancellationToken),
        }.AllAsync();
        return new(views[0], views[1]);
    }

    // Were each question's trouble a failed attempt, the more questions there are the sooner a document would fail.
    private async Task<T> AskAsync<T>(Func<bool, Task<T>> question, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await question(failures > 1);
            }
            catch (HevlayerException trouble) when (failures < MostQuestions && held.Lease.IsSafe && !cancellationToken.IsCancellationRequested && FaultRules.OfGateway(trouble).Kind == FaultKind.Gateway)
            {
                await Task.Delay(parts.Limits.Retry.PauseAfter(failures, parts.Random.NextDouble()), parts.Clock, cancellationToken);
            }
        }
    }

    private void Abandon(Task work)
    {
        parts.Progress.Abandon(work);
        parts.Log.HandlerAbandoned(held.Id, parts.Options.Shutdown.CancelGrace);
    }
}
