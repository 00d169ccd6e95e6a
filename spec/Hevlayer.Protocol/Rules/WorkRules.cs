namespace Hevlayer.Protocol;

/// <summary>What a worker does of its own accord: claim, renew, write, and end its hold.</summary>
internal static class WorkRules
{
    public static IEnumerable<(ActionKind Kind, Document Next)> Of(Document document, int worker, Mutant mutant)
    {
        var hold = document.Holds[worker];
        if (hold.Phase == Phase.Idle && document.Stage == Stage.Pending)
        {
            var claimed = document with { Stage = Stage.Embedding, Holder = Holder.Of(worker) };
            return [(ActionKind.Claim, claimed.With(worker, new(Phase.Granted, Lease.Safe)))];
        }

        // The clock is asked before each call: after a freeze, no timer need have run yet.
        return hold.Phase switch
        {
            Phase.Working when hold.IsSafe => [.. AtWork(hold, mutant).Select(next => (next.Kind, document.With(worker, next.Hold))), (ActionKind.Renew, Renewed(document, worker, mutant))],
            Phase.Working => AtWork(hold, mutant).Select(next => (next.Kind, document.With(worker, next.Hold))),
            Phase.Written when hold.IsSafe => [(ActionKind.Complete, document.With(worker, (hold with { Target = Stage.Indexed }).To(Phase.Ending)))],
            Phase.Unsure when hold.IsSafe => [(ActionKind.EndAgain, document.With(worker, hold.To(Phase.EndingAgain)))],
            Phase.Written or Phase.Unsure => [(ActionKind.NoticeLoss, document.With(worker, hold.Lose()))],
            _ => [],
        };
    }

    /// <summary>What becomes of a hold that the gateway says is lost.</summary>
    public static Hold Lost(Hold hold, Mutant mutant) => mutant == Mutant.NoLookAfterLoss ? default : hold.Lose();

    // A renewal that is refused says that the document is lost.
    private static Document Renewed(Document document, int worker, Mutant mutant) => new Gateway(mutant).Renew(document, worker) is { } renewed
        ? renewed.With(worker, renewed.Holds[worker].To(Phase.Renewed))
        : document.With(worker, Lost(document.Holds[worker], mutant));

    private static IEnumerable<(ActionKind Kind, Hold Hold)> AtWork(Hold hold, Mutant mutant)
    {
        if ((hold.IsSafe || mutant == Mutant.NoLeaseCheck) && hold.Content != Content.Empty)
        {
            yield return (ActionKind.Write, (hold with { HasWritten = true }).To(Phase.Writing));
        }

        if (!hold.IsSafe)
        {
            yield return (ActionKind.NoticeLoss, hold.Lose());
            yield break;
        }

        if (hold.Content == Content.Empty)
        {
            yield return (ActionKind.Fail, hold.Failed());
        }

        if (mutant == Mutant.CompleteBeforeRows && hold.Content != Content.Empty)
        {
            yield return (ActionKind.Complete, (hold with { Target = Stage.Indexed }).To(Phase.Ending));
        }
    }
}
