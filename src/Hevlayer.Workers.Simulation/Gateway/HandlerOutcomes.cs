namespace Hevlayer.Workers.Simulation;

/// <summary>What the handlers of one worker gave: that, and nothing less, is what the worker may write.</summary>
internal sealed class HandlerOutcomes
{
    private readonly Dictionary<string, DocumentOutcome> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Document, long Version), HashSet<string>> _written = [];

    public void Note(string documentId, DocumentOutcome outcome) => _outcomes[documentId] = outcome;

    public void ObjectToChunks(string documentId, IReadOnlyList<Chunk> chunks, Action<string> objection)
    {
        var given = _outcomes.GetValueOrDefault(documentId)?.Chunks ?? [];
        if (!given.Select(static chunk => (chunk.Id, chunk.Text)).SequenceEqual(chunks.Select(static chunk => (chunk.Id, chunk.Text))))
        {
            objection($"{documentId} was staged with {chunks.Count} chunks, and its handler gave {given.Count} or others");
        }
    }

    public void ObjectToRows(RowWrite write, Action<string> objection)
    {
        if (!_written.TryGetValue((write.DocumentId, write.Version), out var written))
        {
            _written.Add((write.DocumentId, write.Version), written = []);
        }

        written.UnionWith(write.Rows.Select(static row => row.Id).Concat(write.Patches.Select(static patch => patch.Id)));
        var given = _outcomes.GetValueOrDefault(write.DocumentId) is { Vectors: { } rows } outcome
            ? rows.Select(static row => row.Id).Concat(outcome.Planned?.Plan.Kept.Select(static row => row.Id) ?? []).ToList()
            : [];
        if (write.ReplacesOlder && !written.SetEquals(given))
        {
            objection($"{written.Count} rows were written for {write.DocumentId}, and its handler gave {given.Count} or others");
        }
    }
}
