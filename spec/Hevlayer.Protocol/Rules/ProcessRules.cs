namespace Hevlayer.Protocol;

/// <summary>What happens to whole processes: they die, stand still and go on. One that does nothing loses nothing by it.</summary>
internal static class ProcessRules
{
    public static IEnumerable<(Action Action, Budget Budget)> Of(Budget budget, IReadOnlyList<Document> documents)
    {
        var workers = documents[0].Holds.Items.Length;
        for (var worker = 0; worker < workers; worker++)
        {
            if (budget.IsFrozen(worker))
            {
                yield return (new(ActionKind.Thaw, worker), budget.WithFrozen(worker, false));
                continue;
            }

            if (!IsBusy(documents, worker))
            {
                continue;
            }

            if (Budget.Spend(budget.Crashes) is { } crashes)
            {
                yield return (new(ActionKind.Crash, worker), budget with { Crashes = crashes });
            }

            if (Budget.Spend(budget.Freezes) is { } freezes)
            {
                yield return (new(ActionKind.Freeze, worker), (budget with { Freezes = freezes }).WithFrozen(worker, true));
            }
        }
    }

    /// <summary>Whether a worker works on one of these documents: then it claims no other.</summary>
    public static bool IsBusy(IReadOnlyList<Document> documents, int worker)
    {
        foreach (var document in documents)
        {
            if (document.Holds[worker].Phase != Phase.Idle)
            {
                return true;
            }
        }

        return false;
    }
}
