namespace Hevlayer.Workers;

/// <summary>The rows of one claim. Each claim has a holder of its own, and a heartbeat speaks for one.</summary>
internal sealed class ClaimedRows(FunctionParts parts, string holder, IReadOnlyList<HeldRow> rows) : HeldBatch(rows)
{
    private const string Reason = "The worker ended before it had finished the row.";

    public override Task<long> RenewAsync(IReadOnlyList<HeldItem> items, CancellationToken cancellationToken) =>
        parts.Gateway.HeartbeatAsync([.. items.Select(static item => ((HeldRow)item).Reference)], holder, cancellationToken);

    // The gateway has no call that only ends a hold.
    public override async Task<long> ReleaseAsync(IReadOnlyList<HeldItem> items, CancellationToken cancellationToken)
    {
        if (!parts.Options.ReleaseAtEnd)
        {
            return 0;
        }

        var failures = items.Select(static item => Ending.Failure((HeldRow)item, UdfErrorKind.Transient, Reason)).ToList();
        var reply = await parts.Gateway.FailAsync(failures, holder, () => items.Any(static item => item.Lease.IsSafe), cancellationToken);
        return reply.Moved;
    }
}
