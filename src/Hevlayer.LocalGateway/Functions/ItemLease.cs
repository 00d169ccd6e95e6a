namespace Hevlayer.Local;

/// <summary>A worker's hold on a row.</summary>
/// <param name="WorkerId">Who holds it.</param>
/// <param name="Length">How long from the claim or the last heartbeat; a heartbeat names no length, so it grants the claimed one again.</param>
/// <param name="ClaimedMs">When it was claimed, in epoch milliseconds.</param>
internal sealed record ItemLease(string WorkerId, TimeSpan Length, long ClaimedMs);
