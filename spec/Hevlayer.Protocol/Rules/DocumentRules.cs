namespace Hevlayer.Protocol;

/// <summary>All steps of one document. Documents meet in the faults that are left and in the workers that stand still.</summary>
internal static class DocumentRules
{
    public static IEnumerable<Move> Of(Document document, Budget budget, Mutant mutant) =>
        Steps(document, budget, mutant).Select(move => move with { Next = Canonical(move.Next, mutant) });

    public static Document Crashed(Document document, int worker, Mutant mutant) => Canonical(CrashRules.Crashed(document, worker, mutant), mutant);

    private static IEnumerable<Move> Steps(Document document, Budget budget, Mutant mutant)
    {
        Move Free(ActionKind kind, int worker, Document next) => new(kind, worker, next, budget);
        var moves = ProducerRules.Of(document, budget, mutant);
        for (var worker = 0; worker < document.Holds.Items.Length; worker++)
        {
            var who = worker;
            if (ArrivalRules.Of(document, worker, mutant) is { } arrival)
            {
                moves = moves.Append(Free(arrival.Kind, worker, arrival.Next));
            }

            moves = moves.Concat(FaultRules.Of(document, worker, budget, mutant));
            if (budget.IsFrozen(worker))
            {
                continue;
            }

            moves = moves.Concat(WorkRules.Of(document, worker, mutant).Select(work => Free(work.Kind, who, work.Next)));
            moves = ReplyRules.Of(document, worker, mutant) is { } reply ? moves.Append(Free(reply.Kind, worker, reply.Next)) : moves;
        }

        return moves
            .Concat(ArrivalRules.OfOrphans(document, mutant).Select(late => Free(ActionKind.LateCallArrives, late.Worker, late.Next)))
            .Concat(CrashRules.AfterCrash(document, mutant).Select(after => Free(after.Kind, -1, after.Next)))
            .Concat(TimeRules.Of(document, budget, mutant));
    }

    // What can make no difference any more is forgotten, so that equal futures are equal states.
    private static Document Canonical(Document document, Mutant mutant) =>
        Versions.Ranked(WithoutVainLooks(WithEndedLeases(WithKnownHolder(CrashRules.WithoutVainCalls(document, mutant)))));

    // Who writes no more, and whose rows have all been replaced, has nothing to look for.
    private static Document WithoutVainLooks(Document document)
    {
        for (var worker = 0; worker < document.Holds.Items.Length; worker++)
        {
            var hold = document.Holds[worker];
            var isVain = hold is { HasWritten: true, Phase: >= Phase.Ending } && !document.Rows.All.Any(row => row.Version == hold.Version);
            document = isVain ? document.With(worker, (hold with { HasWritten = false }).To(hold.Phase == Phase.Lost ? Phase.Idle : hold.Phase)) : document;
        }

        return document;
    }

    // A hold that no process knows of any more, and no late call speaks for, is nobody's.
    private static Document WithKnownHolder(Document document)
    {
        var isKnown = Holder.WorkerOf(document.Holder) is { } worker
            ? document.Holds[worker].Phase != Phase.Idle
            : document.Holder != Holder.Crashed || document.IsAbandoned || document.Orphans.Items.Any(static orphan => !orphan.IsWrite);
        return isKnown ? document : document with { Holder = Holder.Unknown };
    }

    // Whether time or a producer has ended it is all the same once the worker cannot rely on it.
    private static Document WithEndedLeases(Document document)
    {
        for (var worker = 0; worker < document.Holds.Items.Length; worker++)
        {
            if (document.Holds[worker].Lease == Lease.Doubtful && !document.IsHeldBy(worker))
            {
                document = document.With(worker, document.Holds[worker] with { Lease = Lease.Over });
            }
        }

        return document;
    }
}
