namespace Hevlayer.Protocol;

/// <summary>The packed states of one bound and the steps between them.</summary>
internal sealed class StateGraph
{
    private readonly DocumentTable _table;
    private readonly int _workers;
    private readonly int[] _documents;
    private readonly int[] _crashed;
    private readonly List<Edge> _edges = [];

    public StateGraph(Bound bound, Mutant mutant)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bound.Documents, Packing.MostDocuments);
        _table = new(mutant);
        _workers = bound.Workers;
        _documents = new int[bound.Documents];
        _crashed = new int[bound.Documents];
        var initial = State.Initial(bound.Workers, bound.Documents, bound.Budget);
        Initial = Packing.Pack(_table.NumberOf(initial.Budget), [.. initial.Documents.Select(_table.NumberOf)]);
    }

    public ulong Initial { get; }

    public DocumentTable Table => _table;

    public int Documents => _documents.Length;

    /// <summary>All steps from a state; valid until the next call.</summary>
    public List<Edge> From(ulong state)
    {
        _edges.Clear();
        var budget = Packing.Unpack(state, _documents);
        for (var index = 0; index < _documents.Length; index++)
        {
            var document = _documents[index];
            foreach (var move in _table.MovesOf(document, budget))
            {
                if (move.Kind == ActionKind.Claim && IsBusy(move.Worker))
                {
                    continue;
                }

                _documents[index] = move.Next;
                _edges.Add(new(new(move.Kind, move.Worker, index), Packing.Pack(move.Budget, _documents), move.Broken));
            }

            _documents[index] = document;
        }

        AddProcesses(budget);
        return _edges;
    }

    /// <summary>Whether nothing is left to do.</summary>
    public bool HasEnded(ulong state)
    {
        var budget = Packing.Unpack(state, _documents);
        return _table.BudgetOf(budget).Frozen == 0 && Array.TrueForAll(_documents, _table.HasEnded);
    }

    public State Unpacked(ulong state)
    {
        var documents = new int[_documents.Length];
        var budget = Packing.Unpack(state, documents);
        return new(_table.BudgetOf(budget), [.. documents.Select(_table.DocumentOf)]);
    }

    private bool IsBusy(int worker) =>
        Array.Exists(_documents, document => _table.DocumentOf(document).Holds[worker].Phase != Phase.Idle);

    private void AddProcesses(int number)
    {
        var budget = _table.BudgetOf(number);
        if (budget is { Crashes: 0, Freezes: 0, Frozen: 0 })
        {
            return;
        }

        foreach (var (action, next) in ProcessRules.Of(budget, Array.ConvertAll(_documents, _table.DocumentOf)))
        {
            var documents = _documents;
            var broken = Promise.None;
            if (action.Kind == ActionKind.Crash)
            {
                for (var index = 0; index < documents.Length; index++)
                {
                    _crashed[index] = _table.Crashed(_documents[index], action.Worker);
                    broken = broken != Promise.None ? broken : _table.Broken(_crashed[index]);
                }

                documents = _crashed;
            }

            _edges.Add(new(action, Packing.Pack(_table.NumberOf(next), documents), broken));
        }
    }
}
