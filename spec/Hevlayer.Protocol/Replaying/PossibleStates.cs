namespace Hevlayer.Protocol;

/// <summary>All states that one document can be in after what was seen of it.</summary>
/// <param name="workers">How many workers there are.</param>
internal sealed class PossibleStates(int workers)
{
    private HashSet<Document> _documents = [Document.Unstaged(workers)];

    public IEnumerable<Document> All => _documents;

    /// <summary>Takes a step that was seen; false when no state allows it, and then nothing changes.</summary>
    public bool Take(EventKind kind, int? worker, Budget budget)
    {
        var next = Seen(budget)
            .Where(step => step.Kind == kind && (step.Worker is null || worker is null || step.Worker == worker))
            .Select(static step => step.Next)
            .ToHashSet();
        var isAllowed = next.Count > 0;
        _documents = isAllowed ? next : _documents;
        return isAllowed;
    }

    /// <summary>A process dies, at some point between what was seen.</summary>
    public void Crash(int worker, Budget budget) =>
        _documents = [.. Unseen(budget).Select(document => DocumentRules.Crashed(document, worker, Mutant.None))];

    /// <summary>What may have happened unseen, before a process stands still or goes on.</summary>
    public void Settle(Budget budget) => _documents = Unseen(budget);

    /// <summary>The steps that would be seen next.</summary>
    public IEnumerable<(EventKind Kind, int? Worker, Document Next)> Seen(Budget budget) =>
        from document in Unseen(budget)
        from move in DocumentRules.Of(document, budget, Mutant.None)
        let seen = ObservedMove.Of(document, move)
        where seen is not null
        select (seen.Value.Kind, seen.Value.Worker, move.Next);

    private HashSet<Document> Unseen(Budget budget)
    {
        var reached = new HashSet<Document>(_documents);
        var open = new Queue<Document>(reached);
        while (open.TryDequeue(out var document))
        {
            foreach (var move in DocumentRules.Of(document, budget, Mutant.None))
            {
                if (ObservedMove.Of(document, move) is null && reached.Add(move.Next))
                {
                    open.Enqueue(move.Next);
                }
            }
        }

        return reached;
    }
}
