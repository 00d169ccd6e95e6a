using System.Collections.Concurrent;

namespace Hevlayer.Quickstart;

/// <summary>All documents that this worker holds.</summary>
internal sealed class HeldDocuments
{
    private readonly ConcurrentDictionary<string, HeldDocument> _byId = new(StringComparer.Ordinal);

    /// <summary>The documents of this moment.</summary>
    public IReadOnlyList<HeldDocument> All => [.. _byId.Values];

    /// <summary>Takes hold of documents that were claimed.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="claimedAt">Timestamp from before the claim was sent.</param>
    public IReadOnlyList<HeldDocument> Add(IReadOnlyList<string> ids, long claimedAt) => [.. ids.Select(id =>
    {
        var document = new HeldDocument(id, claimedAt);
        _byId.AddOrUpdate(id, document, (_, earlier) =>
        {
            // Claimed once more: the lease had run out before we noticed.
            earlier.Lose();
            return document;
        });
        return document;
    })];

    /// <summary>Ends the heartbeats of a document; a later claim of the same document is left alone.</summary>
    public void Remove(HeldDocument document) => _byId.TryRemove(new(document.Id, document));
}
