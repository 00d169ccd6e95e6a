namespace Hevlayer.Protocol;

/// <summary>What time does to leases.</summary>
internal static class TimeRules
{
    public static IEnumerable<Move> Of(Document document, Budget budget, Mutant mutant)
    {
        for (var worker = 0; worker < document.Holds.Items.Length; worker++)
        {
            var hold = document.Holds[worker];
            if (hold is not { IsUnderLease: true, Lease: Lease.Safe })
            {
                continue;
            }

            // Whoever runs renews in time, unless message after message is lost; whoever stands still cannot.
            if (budget.IsFrozen(worker) || budget.Losses == Budget.Unlimited || mutant == Mutant.NoRenewal)
            {
                yield return new(ActionKind.LeaseAges, worker, document.With(worker, hold with { Lease = Lease.Doubtful }), budget);
            }
        }

        if (document.Holder != Holder.Nobody && mutant != Mutant.NoExpiry && MayExpire(document, budget, mutant))
        {
            yield return new(ActionKind.Expire, Holder.WorkerOf(document.Holder) ?? -1, Expired(document), budget);
        }
    }

    // The gateway counts a lease from when a call arrived, the worker from when it was sent, and less by its margin: the
    // gateway never ends one that the worker still relies on.
    private static bool MayExpire(Document document, Budget budget, Mutant mutant) =>
        Holder.WorkerOf(document.Holder) is not { } worker
        || document.Holds[worker] is not { IsUnderLease: true, Lease: Lease.Safe }
        || (mutant == Mutant.NoMargin && budget.IsFrozen(worker));

    private static Document Expired(Document document)
    {
        var pending = Gateway.Moved(document, Stage.Pending);
        return Holder.WorkerOf(document.Holder) is { } worker && document.Holds[worker] is { IsUnderLease: true } hold
            ? pending.With(worker, hold with { Lease = hold.IsSafe ? Lease.Mistaken : Lease.Over })
            : pending;
    }
}
