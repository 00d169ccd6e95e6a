namespace Hevlayer.Protocol;

/// <summary>The end of a process, and what the process that takes its place finds in the journal.</summary>
internal static class CrashRules
{
    /// <summary>The document after the process of a worker has died: what was on its way stays on its way, all else is gone.</summary>
    public static Document Crashed(Document document, int worker, Mutant mutant)
    {
        var hold = document.Holds[worker];
        return (document with
        {
            Holder = document.IsHeldBy(worker) ? Holder.Crashed : document.Holder,
            IsAbandoned = document.IsAbandoned || (IsInJournal(hold) && mutant != Mutant.NoJournal),
            Orphans = OrphanOf(hold, worker) is { } orphan ? document.Orphans.Add(orphan) : document.Orphans,
        }).With(worker, default);
    }

    public static IEnumerable<(ActionKind Kind, Document Next)> AfterCrash(Document document, Mutant mutant)
    {
        if (!document.IsAbandoned)
        {
            yield break;
        }

        if (document.Holder == Holder.Crashed)
        {
            yield return (ActionKind.ReleaseAbandoned, Gateway.Moved(document, Stage.Pending));
        }

        // Whoever holds the document may have written before the late rows came, and will not look for them.
        var isQuiet = document.Stage != Stage.Embedding || mutant == Mutant.LookWhileHeld;
        var hasCome = !document.Orphans.Items.Any(static orphan => orphan.IsWrite) || mutant == Mutant.LookTooEarly;
        if (isQuiet && hasCome)
        {
            yield return (ActionKind.LookAfterAbandoned, ArrivalRules.PutBack(document) with { IsAbandoned = false });
        }
    }

    /// <summary>The document without late calls that will be refused, whenever they come: their hold has ended.</summary>
    public static Document WithoutVainCalls(Document document, Mutant mutant) =>
        document.Holder == Holder.Crashed || mutant is Mutant.NoGuard or Mutant.NoHolderGuard or Mutant.OneHolderPerWorker or Mutant.UnguardedFailure or Mutant.UnguardedRelease
            ? document
            : document with { Orphans = new([.. document.Orphans.Items.Where(static orphan => orphan.IsWrite)]) };

    // The attempt is closed before the call that completes it: from there on no rows are written.
    private static bool IsInJournal(Hold hold) => hold.Phase switch
    {
        >= Phase.Working and <= Phase.Written or >= Phase.Lost => true,
        >= Phase.Ending and <= Phase.Asking => hold.Target == Stage.Failed,
        _ => false,
    };

    private static Orphan? OrphanOf(Hold hold, int worker) => hold.Phase switch
    {
        Phase.Writing => new(worker, IsWrite: true, hold.Content, hold.Version, Stage.None),
        Phase.Ending or Phase.EndingAgain => new(worker, IsWrite: false, hold.Target == Stage.Failed ? hold.Content : Content.None, 0, hold.Target),
        _ => null,
    };
}
