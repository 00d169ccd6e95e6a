namespace Hevlayer.Protocol;

/// <summary>Messages that are lost or late, handlers that fail, and workers that give a document back because they end.</summary>
internal static class FaultRules
{
    public static IEnumerable<Move> Of(Document document, int worker, Budget budget, Mutant mutant)
    {
        if (Budget.Spend(budget.Losses) is { } losses)
        {
            foreach (var (kind, next) in Losses(document, worker, mutant))
            {
                yield return new(kind, worker, next, budget with { Losses = losses });
            }
        }

        if (document.Holds[worker] is not { IsSafe: true, Phase: Phase.Working or Phase.Written } hold || budget.IsFrozen(worker))
        {
            yield break;
        }

        if (hold is { Phase: Phase.Working, Content: not Content.Empty } && Budget.Spend(budget.Failures) is { } failures)
        {
            yield return new(ActionKind.Fail, worker, document.With(worker, hold.Failed()), budget with { Failures = failures });
        }

        if (Budget.Spend(budget.Releases) is { } releases)
        {
            yield return new(ActionKind.Release, worker, Released(document, worker), budget with { Releases = releases });
        }
    }

    private static IEnumerable<(ActionKind Kind, Document Next)> Losses(Document document, int worker, Mutant mutant)
    {
        var hold = document.Holds[worker];
        if (hold is { Phase: Phase.Granted, IsSafe: true })
        {
            yield return (ActionKind.DelayReply, document.With(worker, hold with { Lease = Lease.Doubtful }));
        }

        // What a call whose reply does not come has done, its worker cannot know.
        Phase? unknown = hold.Phase switch
        {
            Phase.Granted => Phase.Idle,
            Phase.Renewed or Phase.Writing => Phase.Working,
            Phase.Ending or Phase.EndingAgain => Phase.Unsure,
            _ => null,
        };
        if (unknown is not { } after)
        {
            yield break;
        }

        if (ArrivalRules.Of(document, worker, mutant) is { } arrival)
        {
            yield return (ActionKind.LoseRequest, document.With(worker, hold.To(after)));
            yield return (ActionKind.LoseReply, arrival.Next.With(worker, hold.To(after)));
        }
        else
        {
            yield return (ActionKind.LoseReply, document.With(worker, hold.To(after)));
        }
    }

    // Before it gives the document back, the worker deletes what it wrote if newer rows are there.
    private static Document Released(Document document, int worker)
    {
        var hold = document.Holds[worker];
        var isLeftover = hold.HasWritten && Rows.PlacesOf(hold.Content).Any(place => document.Rows[place].Version > hold.Version);
        return (isLeftover ? document with { Rows = document.Rows.Without(row => row.Version == hold.Version) } : document)
            .With(worker, (hold with { HasWritten = false, Target = Stage.Pending }).To(Phase.Ending));
    }
}
