namespace Hevlayer.Workers.Simulation;

/// <summary>
/// One worker's calls. It keeps book of what the worker has been told about its leases, and objects when the worker writes
/// for a document whose lease it cannot rely on, lets go on what should have been cancelled, renews too late, or writes
/// something else than its handler gave.
/// </summary>
internal sealed class SimulatedConnection(IPipelineGateway gateway, ClaimTerms terms, int mostHeld, SimulatedNode node, HandlerOutcomes outcomes, Action<string> objection) : IPipelineGateway
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly LeaseNotes _notes = new(terms.Lease, node.Clock);

    /// <summary>Time since the worker was told to end; null before.</summary>
    public Func<TimeSpan?> StoppedFor { get; set; } = static () => null;

    /// <summary>Told of each document that its handler restages.</summary>
    public Action<string>? Restaged { get; init; }

    /// <summary>When, after the stop signal, a claim on its way may be given up.</summary>
    public TimeSpan LastClaim { get; init; }

    /// <summary>Documents that the worker looked for in a stage, and found there.</summary>
    public Grants Seen { get; } = new();

    /// <summary>Whether a call of an earlier claim was under way when this worker claimed the document once more.</summary>
    public bool HasClaimedAnew(string documentId, string holder) => _notes.IsReplaced(documentId, holder);

    /// <summary>Whether, as far as this worker has been told, the document is its own with time to spare.</summary>
    public bool KnowsItHolds(string documentId) => _notes.Holds(documentId);

    /// <summary>Begins to watch work that is to be cancelled when the document is lost; the result is to be called when it ends.</summary>
    /// <param name="what">The work.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="cancellationToken">The token that is to be cancelled.</param>
    public Action Watch(string what, string documentId, CancellationToken cancellationToken) => Watch(what, [documentId], cancellationToken);

    // What several share goes on while one of them is held.
    private Action Watch(string what, IReadOnlyList<string> documentIds, CancellationToken cancellationToken)
    {
        var notes = _notes.Of(documentIds);
        var began = node.Clock.GetTimestamp();
        return () =>
        {
            // What had no time to be cancelled has not gone on: it may have begun and ended in the moment after a freeze.
            var lost = notes.Min(_notes.LostFor);
            var awake = node.Clock.GetElapsedTime(Math.Max(node.ThawedAt, began));
            if (!cancellationToken.IsCancellationRequested && lost > Tolerance && awake > Tolerance)
            {
                objection($"{terms.WorkerId} {what} {string.Join(", ", documentIds)} went on for {lost} after its lease was lost");
            }
        };
    }

    public async Task<IReadOnlyList<string>> ClaimAsync(int limit, string holder, CancellationToken cancellationToken)
    {
        var sentAt = node.Clock.GetTimestamp();
        IReadOnlyList<string> ids;
        using (cancellationToken.UnsafeRegister(_ => ClaimCancelled(), null))
        {
            ids = await gateway.ClaimAsync(limit, holder, cancellationToken);
        }

        foreach (var id in ids)
        {
            _notes.Claimed(id, holder, sentAt);
        }

        if (_notes.Count > mostHeld)
        {
            objection($"{terms.WorkerId} holds {_notes.Count} documents, and may hold {mostHeld}");
        }

        return ids;
    }

    public async Task<IReadOnlyList<Chunk>> GetChunksAsync(string documentId, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        var end = Watch("reading", documentId, cancellationToken);
        try
        {
            return await gateway.GetChunksAsync(documentId, mayCall, cancellationToken);
        }
        finally
        {
            end();
        }
    }

    public Task<IReadOnlyList<Chunk>> LookAtChunksAsync(string documentId, CancellationToken cancellationToken) =>
        gateway.LookAtChunksAsync(documentId, cancellationToken);

    public Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        outcomes.ObjectToChunks(documentId, chunks, objection);
        Restaged?.Invoke(documentId);
        return EndAsync(
            [documentId],
            "staged chunks",
            async () =>
            {
                await gateway.PutChunksAsync(documentId, chunks, mayCall, cancellationToken);
                return true;
            });
    }

    public Task PutVectorsAsync(string documentId, IReadOnlyList<VectorEntry> vectors, Func<bool> mayCall, CancellationToken cancellationToken) => EndAsync(
        [documentId],
        "wrote vectors",
        async () =>
        {
            await gateway.PutVectorsAsync(documentId, vectors, mayCall, cancellationToken);
            return true;
        });

    public Task<IReadOnlyList<PresentRow>> FindRowsAsync(IReadOnlyList<string> rowIds, Func<bool> mayCall, CancellationToken cancellationToken) =>
        gateway.FindRowsAsync(rowIds, mayCall, cancellationToken);

    public async Task<IReadOnlyList<PresentRow>> ListRowsAsync(IReadOnlyList<string> documentIds, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        var end = Watch("asking for rows of", documentIds, cancellationToken);
        try
        {
            return await gateway.ListRowsAsync(documentIds, mayCall, cancellationToken);
        }
        finally
        {
            end();
        }
    }

    public async Task<long?> WriteRowsAsync(IReadOnlyList<RowWrite> writes, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        foreach (var write in writes)
        {
            ObjectIfLost(write.DocumentId, "wrote rows");
            outcomes.ObjectToRows(write, objection);
        }

        var end = Watch("writing rows of", [.. writes.Select(static write => write.DocumentId)], cancellationToken);
        try
        {
            return await gateway.WriteRowsAsync(writes, mayCall, cancellationToken);
        }
        finally
        {
            end();
        }
    }

    public Task MarkCompletedAsync(IReadOnlyList<RowMark> marks, CancellationToken cancellationToken) =>
        gateway.MarkCompletedAsync(marks, cancellationToken);

    public Task<IReadOnlyList<long>> VersionsAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken) =>
        gateway.VersionsAsync(rowIds, cancellationToken);

    public Task DeleteVersionAsync(string documentId, long version, CancellationToken cancellationToken) =>
        gateway.DeleteVersionAsync(documentId, version, cancellationToken);

    public Task<long?> NewestVersionAsync(string documentId, CancellationToken cancellationToken) =>
        gateway.NewestVersionAsync(documentId, cancellationToken);

    public Task DeleteOlderAsync(string documentId, long version, Func<bool> mayCall, CancellationToken cancellationToken) =>
        gateway.DeleteOlderAsync(documentId, version, mayCall, cancellationToken);

    public async Task<long> MoveFromAsync(IReadOnlyList<string> documentIds, DocumentStage from, DocumentStage stage, CancellationToken cancellationToken)
    {
        var notes = _notes.Of(documentIds);
        _notes.Touch(notes);
        try
        {
            var moved = await gateway.MoveFromAsync(documentIds, from, stage, cancellationToken);
            if (from == stage)
            {
                Seen.Add(terms.WorkerId, stage.Value, moved);
            }

            return moved;
        }
        finally
        {
            _notes.Touch(notes);
        }
    }

    public async Task<long> HeartbeatAsync(IReadOnlyList<string> documentIds, string holder, CancellationToken cancellationToken)
    {
        var sentAt = node.Clock.GetTimestamp();
        var notes = _notes.Of(documentIds, holder);
        ObjectIfLate(documentIds, notes);
        _notes.Touch(notes);
        var updated = await gateway.HeartbeatAsync(documentIds, holder, cancellationToken);
        if (updated >= documentIds.Count)
        {
            _notes.Renewed(notes, sentAt);
        }
        else if (documentIds.Count == 1 && notes[0] is { } gone)
        {
            gone.GoneAt ??= node.Clock.GetTimestamp();

            // The call that ends a hold takes the document out of its stage: it may be gone by that.
            if (gone.CallsToEnd == 0)
            {
                _notes.Ended(documentIds, notes);
            }
        }

        return updated;
    }

    public async Task<MoveReply> MoveAsync(IReadOnlyList<string> documentIds, DocumentStage stage, string holder, Func<bool> mayCall, CancellationToken cancellationToken) =>
        Grants.WorkerOf(holder) == terms.WorkerId
            ? await EndAsync(documentIds, $"moved to '{stage.Value}'", () => gateway.MoveAsync(documentIds, stage, holder, mayCall, cancellationToken), holder)
            : await gateway.MoveAsync(documentIds, stage, holder, mayCall, cancellationToken);

    /// <summary>An attempt of a call that writes for a document begins.</summary>
    public void ObjectIfLost(string documentId, string what)
    {
        if (!_notes.Holds(documentId))
        {
            objection($"{terms.WorkerId} {what} for {documentId}, although its lease was lost or could not be relied on");
        }
    }

    // A call that ends the hold on documents.
    private async Task<T> EndAsync<T>(IReadOnlyList<string> documentIds, string what, Func<Task<T>> call, string? holder = null)
    {
        foreach (var id in documentIds)
        {
            ObjectIfLost(id, what);
        }

        var notes = _notes.Of(documentIds, holder);
        _notes.BeginEnd(notes, 1);
        T result;
        try
        {
            result = await call();
        }
        finally
        {
            _notes.BeginEnd(notes, -1);
            _notes.Ended(documentIds, [.. notes.Select(static note => note is { CallsToEnd: 0, GoneAt: not null } ? note : null)]);
        }

        _notes.Ended(documentIds, notes);
        return result;
    }

    private void ObjectIfLate(IReadOnlyList<string> documentIds, IReadOnlyList<LeaseNote?> notes)
    {
        for (var index = 0; index < notes.Count; index++)
        {
            if (notes[index] is { } note
                && node.Clock.GetElapsedTime(note.BeatenAt) is var pause && pause > _notes.LongestPause + Tolerance
                && note.CallsToEnd == 0
                && node.ThawedAt < note.BeatenAt)
            {
                objection($"{terms.WorkerId} renewed {documentIds[index]} after {pause}, and its lease is {terms.Lease}");
            }
        }
    }

    private void ClaimCancelled()
    {
        if (StoppedFor() is not { } time || time < LastClaim - Tolerance)
        {
            objection($"{terms.WorkerId} cancelled a claim that was on its way: what it brings is held for nobody");
        }
    }
}
