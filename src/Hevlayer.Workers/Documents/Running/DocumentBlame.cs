namespace Hevlayer.Workers;

/// <summary>
/// Decides whether a document that used up its attempts is itself the cause: what all documents suffer is the fault of none.
/// </summary>
internal sealed class DocumentBlame(DocumentParts parts, HeldDocument held)
{
    private long _successesBefore = -1;
    private bool _workedBefore;
    private bool _worksNow;

    /// <summary>Takes note of a failure, and tells whether the document fails for it.</summary>
    /// <param name="fault">The failure.</param>
    /// <param name="failures">All failures of the document, this one included.</param>
    public async Task<bool> IsOfDocumentAsync(Fault fault, AttemptCounts failures)
    {
        var othersSucceeded = _successesBefore >= 0 && parts.Trouble.Successes > _successesBefore;
        _successesBefore = parts.Trouble.Successes;
        var isOfHandler = fault.Kind is FaultKind.Handler or FaultKind.TimedOut;

        // The model has to work before the last attempt and after it: one that came back in between has failed the document.
        if (isOfHandler && failures.OfHandler >= parts.Options.Retry.MaxAttempts - 1 && parts.Handler is IWorkProbe probe)
        {
            await ProbeAsync(probe);
        }

        return failures.AreExhausted(fault.Kind, parts.Limits.Retry) && fault.Kind switch
        {
            FaultKind.Refused => true,
            _ when isOfHandler && parts.Handler is IWorkProbe => _workedBefore && _worksNow,
            _ => othersSucceeded || !parts.Trouble.IsSharedBy(held.Id) || parts.Trouble.Age() >= parts.Options.Retry.SharedTroubleTolerance,
        };
    }

    private async Task ProbeAsync(IWorkProbe probe)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(held.Lease.Lost, parts.Abort);
        _workedBefore = _worksNow;
        _worksNow = await probe.WorksAsync(end.Token);
    }
}
