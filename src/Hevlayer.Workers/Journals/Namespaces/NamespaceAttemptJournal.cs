namespace Hevlayer.Workers;

/// <summary>
/// Attempts in a namespace of the gateway, for workers without a disk: one row a document, under the document's id, without
/// a vector. All workers of a pipeline may share the namespace. Events that come while a call is under way go together in the
/// next one. Thread safe.
/// </summary>
/// <remarks>
/// Attributes: <c>attempts</c>, <c>crashes</c>, <c>holder</c>, <c>open</c> and <c>begun_at</c> (milliseconds since 1970). An
/// attempt that somebody else has open when one begins is a crash: the lease is this worker's now. The first attempt at a
/// document costs a fetch and a write, its end a write. The key needs the scope write.
/// </remarks>
public sealed class NamespaceAttemptJournal : IAttemptJournal
{
    private const int MostCalls = 500;
    private const int MostKnown = 10_000;

    private readonly AttemptRows _rows;
    private readonly TimeProvider _clock;
    private readonly CallLine<JournalCall> _line;

    // Both belong to the one batch that is under way.
    private readonly Dictionary<string, AttemptRow> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OwnAttempt> _own = new(StringComparer.Ordinal);

    /// <summary>Makes a journal; nothing is sent.</summary>
    /// <param name="layer">The client.</param>
    /// <param name="namespaceName">The namespace, for the journal alone; the first write makes it.</param>
    /// <param name="clock">The clock that dates the attempts.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public NamespaceAttemptJournal(IHevlayerClient layer, string namespaceName, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(clock);
        _rows = new AttemptRows(layer.Namespace(namespaceName));
        _clock = clock;
        _line = new CallLine<JournalCall>(SendAsync, MostCalls);
    }

    /// <inheritdoc />
    /// <remarks>What somebody else has open counts as a crash already.</remarks>
    /// <exception cref="HevlayerException">The call failed.</exception>
    public async Task<IReadOnlyDictionary<string, AttemptHistory>> ReadAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documentIds);
        var histories = new Dictionary<string, AttemptHistory>(StringComparer.Ordinal);
        foreach (var part in documentIds.Chunk(MostCalls))
        {
            var call = new JournalCall(part, null);
            await _line.SendAsync(call, cancellationToken);
            foreach (var (id, history) in call.Histories)
            {
                histories[id] = history;
            }
        }

        return histories;
    }

    /// <inheritdoc />
    /// <exception cref="HevlayerException">The call failed; the attempt may be written down or not.</exception>
    public Task BeginAsync(string documentId, string holder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return SendAsync(new(AttemptEventKind.Begun, documentId, holder), cancellationToken);
    }

    /// <inheritdoc />
    /// <exception cref="HevlayerException">The call failed; the attempt may be counted or not.</exception>
    public Task FailedAsync(string documentId, CancellationToken cancellationToken) =>
        SendAsync(new(AttemptEventKind.Failed, documentId), cancellationToken);

    /// <inheritdoc />
    /// <remarks>It is written even when the wait is cancelled, and a transient failure is retried with the next call.</remarks>
    /// <exception cref="HevlayerException">The call failed.</exception>
    public Task EndAsync(string documentId, bool isSettled, CancellationToken cancellationToken) =>
        SendAsync(AttemptEvent.Ended(documentId, isSettled), cancellationToken);

    /// <summary>None: others may still be working on what they have open. A crash is counted when the document is claimed
    /// again.</summary>
    /// <param name="cancellationToken">Ignored.</param>
    public Task<IReadOnlyList<AbandonedAttempt>> AbandonedAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AbandonedAttempt>>([]);

    private Task SendAsync(AttemptEvent change, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(change.DocumentId, "documentId");
        return _line.SendAsync(new([change.DocumentId], change), cancellationToken);
    }

    private async Task SendAsync(IReadOnlyList<JournalCall> batch)
    {
        var ids = batch.SelectMany(static call => call.DocumentIds).Distinct(StringComparer.Ordinal).ToList();
        var before = await BeforeAsync(batch, ids);
        Forget(ids);
        var rows = new RowBatch(before, _own, _clock.GetUtcNow().ToUnixTimeMilliseconds());
        foreach (var call in batch)
        {
            rows.Apply(call);
        }

        await _rows.WriteAsync(rows.Changed);
        Remember(batch, rows);
    }

    private async Task<Dictionary<string, AttemptRow>> BeforeAsync(IReadOnlyList<JournalCall> batch, List<string> ids)
    {
        var before = ids.Where(_known.ContainsKey).ToDictionary(static id => id, id => _known[id], StringComparer.Ordinal);
        var asked = batch.Where(MayBeChanged).SelectMany(static call => call.DocumentIds).ToHashSet(StringComparer.Ordinal);
        asked.UnionWith(ids.Where(id => !before.ContainsKey(id)));
        var fetched = await _rows.FetchAsync([.. asked]);
        foreach (var id in asked)
        {
            before[id] = fetched.GetValueOrDefault(id);
        }

        return before;
    }

    // A lease that is lost may have a new holder, who has begun.
    private static bool MayBeChanged(JournalCall call) => call.Change is null or { Kind: AttemptEventKind.Released };

    private void Forget(List<string> ids)
    {
        if (_known.Count > MostKnown)
        {
            _known.Clear();
        }

        foreach (var id in ids)
        {
            _known.Remove(id);
        }
    }

    private void Remember(IReadOnlyList<JournalCall> batch, RowBatch rows)
    {
        foreach (var call in batch)
        {
            foreach (var id in call.DocumentIds)
            {
                if (call.MayComeLate)
                {
                    _known.Remove(id);
                    _own.Remove(id);
                }
                else
                {
                    _known[id] = rows[id];
                }
            }
        }
    }
}
