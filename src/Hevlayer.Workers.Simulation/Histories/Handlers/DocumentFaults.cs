namespace Hevlayer.Workers.Simulation;

/// <summary>Lets the faults of documents happen, counted over all workers of a history.</summary>
internal sealed class DocumentFaults(IEnumerable<SimulatedDocument> documents, FaultCount faults)
{
    private readonly Dictionary<string, SimulatedDocument> _documents = documents.ToDictionary(static document => document.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _attempts = new(StringComparer.Ordinal);

    /// <summary>How often the work on a document that has a fault was begun.</summary>
    public int AttemptsOf(string documentId) => _attempts.GetValueOrDefault(documentId);

    /// <summary>Which attempt this is for which the model gives bad vectors for a document; null where it does not.</summary>
    public int? BadAttempt(string documentId) =>
        _documents.TryGetValue(documentId, out var document) && document.Fault == SimulatedFault.BadVectors && AttemptsOf(documentId) <= document.FaultyAttempts
            ? AttemptsOf(documentId)
            : null;

    /// <summary>Whether the work on a flaky document is cancelled midway, by a token that is not the worker's.</summary>
    public bool IsCancelledMidway(string documentId) =>
        _documents.TryGetValue(documentId, out var document) && document.Fault == SimulatedFault.Flaky && AttemptsOf(documentId) <= document.FaultyAttempts && AttemptsOf(documentId) % 2 == 0;

    /// <summary>Fails or hangs when the document's fault says so.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="die">Kills the process that works on it.</param>
    /// <param name="cancellationToken">Ends what hangs and listens.</param>
    /// <param name="cancelsMidway">Whether the caller cancels the work of a flaky document itself.</param>
    public async Task HappenAsync(string documentId, Action die, CancellationToken cancellationToken, bool cancelsMidway = false)
    {
        if (!_documents.TryGetValue(documentId, out var document) || document.Fault is not { } fault)
        {
            return;
        }

        var attempts = _attempts[documentId] = _attempts.GetValueOrDefault(documentId) + 1;
        if (attempts > document.FaultyAttempts)
        {
            return;
        }

        faults.Add(fault);
        switch (fault)
        {
            case SimulatedFault.Flaky when cancelsMidway && IsCancelledMidway(documentId):
                break;
            case SimulatedFault.Poison or SimulatedFault.Flaky:
                throw attempts % 2 == 0
                    ? new TaskCanceledException($"{documentId} took too long.")
                    : new InvalidDataException($"{documentId} is broken.");
            case SimulatedFault.Killer:
                die();
                await new TaskCompletionSource().Task;
                break;
            case SimulatedFault.Hang or SimulatedFault.Deaf:
                var never = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                using (fault == SimulatedFault.Hang ? cancellationToken.UnsafeRegister(_ => never.TrySetCanceled(cancellationToken), null) : default)
                {
                    await never.Task;
                }

                break;
        }
    }
}
