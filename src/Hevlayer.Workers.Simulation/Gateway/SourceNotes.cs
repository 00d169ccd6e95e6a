namespace Hevlayer.Workers.Simulation;

/// <summary>
/// What source workers said last of each document: by staging it, at the moment when the gateway took it, or by leaving it as
/// it is, at the moment when the index was last looked at.
/// </summary>
internal sealed class SourceNotes
{
    private readonly Dictionary<string, (IReadOnlyList<Chunk> Chunks, long At)> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stagings = new(StringComparer.Ordinal);
    private long _now;

    /// <summary>Documents that were left as they are.</summary>
    public long Skips { get; private set; }

    /// <summary>The chunks as they were said last; null for a document of which nothing was said.</summary>
    public IReadOnlyList<Chunk>? LastOf(string documentId) => _last.TryGetValue(documentId, out var last) ? last.Chunks : null;

    /// <summary>The gateway has taken chunks.</summary>
    public void Staged(string documentId, IReadOnlyList<Chunk> chunks)
    {
        _last[documentId] = (chunks, ++_now);
        _stagings[documentId] = StagingsOf(documentId) + 1;
    }

    /// <summary>How often source workers have staged a document.</summary>
    public int StagingsOf(string documentId) => _stagings.GetValueOrDefault(documentId);

    /// <summary>Rows of documents were looked at.</summary>
    public void Saw(IEnumerable<string> documentIds)
    {
        _now++;
        foreach (var id in documentIds)
        {
            _seen[id] = _now;
        }
    }

    /// <summary>A document was left as it is.</summary>
    public void Skipped(string documentId, IReadOnlyList<Chunk> chunks)
    {
        Skips++;
        if (_seen[documentId] is var at && at > (_last.TryGetValue(documentId, out var last) ? last.At : 0))
        {
            _last[documentId] = (chunks, at);
        }
    }
}
