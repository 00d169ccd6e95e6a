namespace Hevlayer.Workers;

/// <summary>A row that this worker holds.</summary>
/// <param name="claimed">The row with its inputs.</param>
/// <param name="holder">Who holds it, as the gateway knows it: this claim of this worker, and no other.</param>
/// <param name="lease">The lease.</param>
/// <param name="claimedAt">Timestamp from before the claim was sent.</param>
internal sealed class HeldRow(UdfClaimedItem claimed, string holder, Lease lease, long claimedAt) : HeldItem($"{claimed.Namespace}/{claimed.Id}", lease, claimedAt)
{
    public override object Key { get; } = (claimed.Namespace, claimed.Id);

    public UdfClaimedItem Claimed => claimed;

    public string Holder => holder;

    public UdfItemRef Reference { get; } = new() { Namespace = claimed.Namespace, Id = claimed.Id };

    /// <summary>What its claim was checked against: asked once for all rows of the claim.</summary>
    public required ClaimedVersion Version { get; init; }
}
