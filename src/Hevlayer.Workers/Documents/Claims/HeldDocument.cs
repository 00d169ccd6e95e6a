namespace Hevlayer.Workers;

/// <summary>A document that this worker holds.</summary>
/// <param name="id">Id of the document.</param>
/// <param name="holder">Who holds it, as the gateway knows it: this claim of this worker, and no other.</param>
/// <param name="lease">The lease.</param>
/// <param name="claimedAt">Timestamp from before the claim was sent.</param>
internal sealed class HeldDocument(string id, string holder, Lease lease, long claimedAt) : HeldItem(id, lease, claimedAt)
{
    public override object Key => Id;

    public string Holder => holder;

    /// <summary>Trace of the latest attempt, else of the staging; null where nobody traces.</summary>
    public string? TraceId { get; set; }

    /// <summary>Hash of the chunks that the latest attempt read, where it failed or its rows have the ids of its handler; else null.</summary>
    public string? ContentHash { get; set; }

    /// <summary>What earlier processes did with the documents of its claim; null where nobody writes that down.</summary>
    public Task<IReadOnlyDictionary<string, AttemptHistory>>? Histories { get; init; }
}
