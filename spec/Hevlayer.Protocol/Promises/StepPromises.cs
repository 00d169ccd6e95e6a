namespace Hevlayer.Protocol;

/// <summary>What must hold of every step of a document.</summary>
internal static class StepPromises
{
    /// <summary>The promise that a step breaks; none when all hold.</summary>
    /// <param name="before">The document before it.</param>
    /// <param name="move">The step.</param>
    public static Promise Broken(Document before, Move move)
    {
        var hold = move.Worker >= 0 ? before.Holds[move.Worker] : default;
        return move.Kind switch
        {
            ActionKind.Renew or ActionKind.Write or ActionKind.Complete or ActionKind.Fail or ActionKind.Release or ActionKind.EndAgain when hold.Lease != Lease.Safe => Promise.NoCallUnderALeaseThatIsOver,
            _ when TakesAway(before, move) => Promise.LeaseIsExclusive,
            ActionKind.EndArrives or ActionKind.LoseReply or ActionKind.LateCallArrives when FailsOlder(before, move, hold) => Promise.FailureIsOfTheNewest,
            ActionKind.Ask when hold.HasWritten && before.Stage != hold.Target && move.Next.Holds[move.Worker].Phase == Phase.Idle => Promise.SuccessWasSeen,
            _ => Promise.None,
        };
    }

    private static bool TakesAway(Document before, Move move) =>
        Holder.WorkerOf(before.Holder) is { } holder
        && before.Holds[holder] is { IsUnderLease: true, Lease: Lease.Safe }
        && !move.Next.IsHeldBy(holder)
        && move.Worker != holder | move.Kind == ActionKind.Expire
        && move.Kind is not (ActionKind.Restage or ActionKind.Delete);

    private static bool FailsOlder(Document before, Move move, Hold hold)
    {
        var failedNow = move.Next.Stage == Stage.Failed && before.Stage != Stage.Failed;
        var content = move.Kind == ActionKind.LateCallArrives
            ? before.Orphans.Items.FirstOrDefault(static orphan => orphan.Target == Stage.Failed).Content
            : hold.Content;
        return failedNow && content != before.Newest;
    }
}
