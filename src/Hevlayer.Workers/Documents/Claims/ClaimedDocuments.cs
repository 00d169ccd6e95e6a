namespace Hevlayer.Workers;

/// <summary>The documents of one claim. Each claim has a holder of its own, and a heartbeat speaks for one.</summary>
internal sealed class ClaimedDocuments(DocumentParts parts, string holder, IReadOnlyList<HeldDocument> documents) : HeldBatch(documents)
{
    public override Task<long> RenewAsync(IReadOnlyList<HeldItem> items, CancellationToken cancellationToken) =>
        parts.Gateway.HeartbeatAsync(IdsOf(items), holder, cancellationToken);

    public override async Task<long> ReleaseAsync(IReadOnlyList<HeldItem> items, CancellationToken cancellationToken)
    {
        var reply = await parts.Gateway.MoveAsync(IdsOf(items), parts.Options.Stage, holder, () => items.Any(static item => item.Lease.IsSafe), cancellationToken);
        return reply.Moved;
    }

    private static List<string> IdsOf(IReadOnlyList<HeldItem> items) => [.. items.Select(static item => item.Id)];
}
