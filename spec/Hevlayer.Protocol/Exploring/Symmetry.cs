namespace Hevlayer.Protocol;

/// <summary>
/// Takes states for one that differ only in which worker, or which document, is which. That is safe: the rules and the promises
/// name no worker and no document, and all begin alike.
/// </summary>
internal sealed class Symmetry(StateGraph graph, int workers)
{
    private readonly DocumentTable _table = graph.Table;
    private readonly int[][] _orders = [.. Permutations([.. Enumerable.Range(0, workers)])];
    private readonly Dictionary<(int Document, int Order), int> _documents = [];
    private readonly Dictionary<(int Budget, int Order), int> _budgets = [];
    private readonly HashSet<ulong> _images = [];

    /// <summary>The state that stands for all that are like it, and how many those are.</summary>
    public (ulong State, int Alike) Of(ulong state)
    {
        _images.Clear();
        var documents = new int[graph.Documents];
        var budget = Packing.Unpack(state, documents);
        var moved = new int[documents.Length];
        for (var order = 0; order < _orders.Length; order++)
        {
            for (var index = 0; index < documents.Length; index++)
            {
                moved[index] = DocumentOf(documents[index], order);
            }

            foreach (var arranged in Permutations(moved))
            {
                _images.Add(Packing.Pack(BudgetOf(budget, order), arranged));
            }
        }

        return (_images.Min(), _images.Count);
    }

    private int DocumentOf(int document, int order)
    {
        if (!_documents.TryGetValue((document, order), out var number))
        {
            number = _table.NumberOf(Renamed(_table.DocumentOf(document), _orders[order]));
            _documents.Add((document, order), number);
        }

        return number;
    }

    private int BudgetOf(int budget, int order)
    {
        if (!_budgets.TryGetValue((budget, order), out var number))
        {
            var before = _table.BudgetOf(budget);
            var after = before with { Frozen = 0 };
            for (var worker = 0; worker < workers; worker++)
            {
                after = after.WithFrozen(_orders[order][worker], before.IsFrozen(worker));
            }

            number = _table.NumberOf(after);
            _budgets.Add((budget, order), number);
        }

        return number;
    }

    private static Document Renamed(Document document, int[] order)
    {
        var holds = document.Holds;
        for (var worker = 0; worker < order.Length; worker++)
        {
            holds = holds.With(order[worker], document.Holds[worker]);
        }

        return document with
        {
            Holds = holds,
            Holder = Holder.WorkerOf(document.Holder) is { } holder ? Holder.Of(order[holder]) : document.Holder,
            Orphans = new([.. document.Orphans.Items.Select(orphan => orphan with { Worker = order[orphan.Worker] })]),
        };
    }

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length <= 1
        ? [items]
        : Enumerable.Range(0, items.Length).SelectMany(first =>
            Permutations([.. items[..first], .. items[(first + 1)..]]).Select(rest => (int[])[items[first], .. rest]));
}
