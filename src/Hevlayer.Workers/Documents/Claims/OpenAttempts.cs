namespace Hevlayer.Workers;

/// <summary>
/// The holds of a document whose attempts have begun and are not seen to: a document that was lost may be claimed anew while
/// rows of the earlier hold may still arrive. The journal knows one attempt a document, so what it is told depends on the
/// others. Not thread safe.
/// </summary>
internal sealed class OpenAttempts
{
    private readonly Dictionary<string, List<string>> _holders = new(StringComparer.Ordinal);

    /// <summary>A hold begins; none is later than that.</summary>
    public void Begin(string documentId, string holder)
    {
        var holders = Of(documentId);
        holders.Remove(holder);
        holders.Add(holder);
    }

    /// <summary>An attempt of an earlier process is open: any of this one is later.</summary>
    public void Found(string documentId, string holder) => Of(documentId).Insert(0, holder);

    /// <summary>Where a hold stands among those that are open.</summary>
    /// <returns>Whether none is later; and another that is open, null where there is none.</returns>
    public (bool IsLatest, string? Other) Find(string documentId, string holder)
    {
        var holders = _holders.GetValueOrDefault(documentId) ?? [];
        return (holders.Count == 0 || holders[^1] == holder, holders.Find(other => other != holder));
    }

    /// <summary>A hold is over, and nothing of it may arrive any more.</summary>
    /// <returns>As <see cref="Find"/>.</returns>
    public (bool IsLatest, string? Other) End(string documentId, string holder)
    {
        var place = Find(documentId, holder);
        if (_holders.TryGetValue(documentId, out var holders) && holders.Remove(holder) && holders.Count == 0)
        {
            _holders.Remove(documentId);
        }

        return place;
    }

    private List<string> Of(string documentId) => _holders.TryGetValue(documentId, out var holders) ? holders : _holders[documentId] = [];
}
