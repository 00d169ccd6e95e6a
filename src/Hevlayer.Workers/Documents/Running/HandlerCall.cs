namespace Hevlayer.Workers;

/// <summary>Calls the handler for one attempt, within its time.</summary>
internal sealed class HandlerCall(DocumentParts parts, HeldDocument held)
{
    /// <summary>The handler's outcome, or the fault that took its place.</summary>
    public async Task<(DocumentOutcome? Outcome, Fault? Fault)> RunAsync(IReadOnlyList<Chunk> chunks, int attempt, RowView? view)
    {
        var call = new LimitedCall(parts.Clock, parts.Options.HandlerTimeout, parts.Options.Shutdown.CancelGrace)
        {
            Lost = held.Lease.Lost,
            IsLost = () => !held.Lease.IsSafe,
            Abort = parts.Abort,
            Abandoned = Abandon,
            Waited = parts.Handler is IPatientHandler patient ? patient.Waited : null,
        };
        var started = parts.Clock.GetTimestamp();
        var (outcome, fault) = await call.RunAsync<DocumentOutcome>(async (deadline, cancellationToken) => await parts.Handler.HandleAsync(
            ContextOf(chunks, attempt, view, deadline),
            cancellationToken));
        parts.Progress.Times.Add(WorkStage.Handle, parts.Clock.GetElapsedTime(started));
        return outcome is null && fault is null
            ? (null, new(FaultKind.Handler, "The handler gave no outcome."))
            : (outcome, fault);
    }

    private DocumentContext ContextOf(IReadOnlyList<Chunk> chunks, int attempt, RowView? view, CancellationToken deadline) => new()
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
        ViewRows = parts.Options.WriteRowsWith == RowRoute.PutVectors ? null : new RowQuestions(parts, held).ViewAsync,
        View = view,
    };

    private void Abandon(Task work)
    {
        parts.Progress.Abandon(work);
        parts.Log.HandlerAbandoned(held.Id, parts.Options.Shutdown.CancelGrace);
    }
}
