using Hevlayer.Local;
using RowAttributes = Hevlayer.Workers.RowAttributes;

namespace Hevlayer.Workers.Simulation;

/// <summary>The gateway of a simulation: the local gateway's own queue with its lease rules, and the rows of the target namespace.</summary>
internal sealed class GatewayModel : ISimulatedGateway
{
    private readonly PipelineQueue _queue;
    private readonly Dictionary<string, IReadOnlyList<Chunk>> _chunks = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, VectorEntry> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Document, long Version)> _marks = new(StringComparer.Ordinal);

    private bool _changed = true;
    private int _open;

    public GatewayModel(TimeProvider clock) => _queue = new PipelineQueue(
        new() { Id = Names.Pipeline, TargetNamespace = Names.Namespace, DistanceMetric = DistanceMetric.CosineDistance, CreatedAt = clock.GetUtcNow() },
        new LocalGatewayOptions { TimeProvider = clock });

    /// <summary>The rows that are indexed: id and vector, as text.</summary>
    public IReadOnlyDictionary<string, string> Rows => _rows.ToDictionary(static row => row.Key, static row => Names.Text(row.Value), StringComparer.Ordinal);

    /// <summary>Documents that are neither indexed nor failed.</summary>
    public int OpenDocuments
    {
        get
        {
            if (_changed)
            {
                _changed = false;
                _open = Documents.Count(static document => document.Stage != DocumentStage.Indexed.Value && document.Stage != DocumentStage.Failed.Value);
            }

            return _open;
        }
    }

    public IReadOnlyList<DocumentState> Documents => _queue.States();

    public Grants Grants { get; } = new();

    /// <summary>Answers the one request that watchers make: for the status.</summary>
    public GatewayResponse Answer(GatewayRequest request) => GatewayResponse.Json(_queue.Status());

    public void Stage(string documentId, IReadOnlyList<Chunk> chunks)
    {
        _changed = true;
        _queue.Stage(documentId, []);
        _chunks[documentId] = chunks;
    }

    public void LoseChunks(string documentId) => _queue.LoseChunks(documentId);

    /// <summary>Takes a document from whoever holds it, as a lease that runs out early does.</summary>
    public void TakeAway(string documentId, DocumentStage claimStage, DocumentStage stage) =>
        _queue.Change(new([documentId], stage.Value, claimStage.Value, WorkerId: null, CreateMissing: false));

    public IReadOnlyList<string> Claim(Hevlayer.Workers.ClaimTerms terms, int limit, string holder) => _queue.Claim(
        new(terms.Stage.Value, terms.ClaimStage.Value, limit, holder, terms.Lease, terms.Prefix ?? string.Empty));

    /// <summary>The rows of documents.</summary>
    public IReadOnlyList<PresentRow> RowsOf(IReadOnlyList<string> documentIds) =>
        Find([.. _rows.Keys.Where(id => _marks.TryGetValue(id, out var mark) && documentIds.Contains(mark.Document))]);

    /// <summary>Those of the rows that are there.</summary>
    public IReadOnlyList<PresentRow> Find(IReadOnlyList<string> rowIds) =>
        [.. rowIds.Where(_marks.ContainsKey).Select(id => new PresentRow(_marks[id].Document, id, _marks[id].Version, _rows[id].Attributes?.GetString(RowAttributes.Attributes))
        {
            Completed = _rows[id].Attributes?.GetInt64(RowAttributes.Completed) ?? 0,
        })];

    /// <summary>Takes a row away behind everybody's back.</summary>
    public void Steal(string rowId)
    {
        _rows.Remove(rowId);
        _marks.Remove(rowId);
    }

    /// <summary>Writes and patches the rows that no newer ones keep out, and tells how many.</summary>
    public long Write(RowWrite write)
    {
        _changed = true;
        if (write.ReplacesOlder)
        {
            var staying = write.Patches.Select(static patch => patch.Id).ToHashSet(StringComparer.Ordinal);
            Delete((id, mark) => mark.Document == write.DocumentId && mark.Version < write.Version && !staying.Contains(id));
        }

        var patched = write.Patches.Where(patch => _rows.ContainsKey(patch.Id) && _marks[patch.Id].Version <= write.Version).ToList();
        foreach (var patch in patched)
        {
            var row = _rows[patch.Id];
            _rows[patch.Id] = row with { Attributes = Names.Merge(row.Attributes, patch.Changes) };
            _marks[patch.Id] = (write.DocumentId, write.Version);
        }

        var taken = write.Rows.Where(row => _marks.GetValueOrDefault(row.Id).Version <= write.Version).ToList();
        foreach (var row in taken)
        {
            _rows[row.Id] = row;
            _marks[row.Id] = (write.DocumentId, write.Version);
        }

        return taken.Count + patched.Count;
    }

    /// <summary>Marks rows that still have the version of the mark.</summary>
    public void Mark(IReadOnlyList<RowMark> marks)
    {
        foreach (var mark in marks.Where(mark => _marks.GetValueOrDefault(mark.RowId).Version == mark.Version))
        {
            _rows[mark.RowId] = _rows[mark.RowId] with { Attributes = Names.Merge(_rows[mark.RowId].Attributes, new() { [RowAttributes.Completed] = mark.Version }) };
        }
    }

    public IReadOnlyList<long> Versions(IReadOnlyList<string> rowIds) => [.. rowIds.Where(_marks.ContainsKey).Select(id => _marks[id].Version)];

    public long? NewestVersion(string documentId) => _rows.Count == 0 ? null : _marks.Values.Where(mark => mark.Document == documentId).Select(static mark => mark.Version).DefaultIfEmpty().Max();

    public void DeleteOlder(string documentId, long version) => Delete((_, mark) => mark.Document == documentId && mark.Version < version);

    public void DeleteVersion(string documentId, long version) => Delete((_, mark) => mark.Document == documentId && mark.Version == version);

    public long MoveFrom(IReadOnlyList<string> documentIds, DocumentStage from, DocumentStage stage)
    {
        _changed = true;
        return _queue.Change(new(documentIds, stage.Value, from.Value, WorkerId: null, CreateMissing: false));
    }

    public IReadOnlyList<Chunk> ReadChunks(string documentId)
    {
        // The gateway gives up on chunks that are missing, and then the document has ended.
        _changed = true;
        _queue.ReadChunks(documentId);
        return _chunks[documentId];
    }

    public void PutVectors(string documentId, IReadOnlyList<VectorEntry> vectors) => _queue.Complete(documentId, () =>
    {
        _changed = true;
        foreach (var row in vectors)
        {
            _rows[row.Id] = row;
        }
    });

    public long Heartbeat(Hevlayer.Workers.ClaimTerms terms, IReadOnlyList<string> documentIds, string holder) =>
        _queue.Heartbeat(documentIds, terms.ClaimStage.Value, holder);

    public long Move(Hevlayer.Workers.ClaimTerms terms, IReadOnlyList<string> documentIds, DocumentStage stage, string holder)
    {
        _changed = true;
        var moved = _queue.Change(new(documentIds, stage.Value, terms.ClaimStage.Value, holder, CreateMissing: false));
        Grants.Add(holder, stage.Value, moved);
        return moved;
    }

    private void Delete(Func<string, (string Document, long Version), bool> condition)
    {
        foreach (var id in _marks.Where(mark => condition(mark.Key, mark.Value)).Select(static mark => mark.Key).ToList())
        {
            _marks.Remove(id);
            _rows.Remove(id);
        }
    }
}
