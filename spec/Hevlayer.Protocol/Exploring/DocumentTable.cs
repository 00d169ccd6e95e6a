namespace Hevlayer.Protocol;

/// <summary>
/// Documents and budgets by number, with the steps of each document, which are worked out once: a state of several documents
/// is made of few different ones.
/// </summary>
internal sealed class DocumentTable(Mutant mutant)
{
    private readonly Numbers<Document> _documents = new();
    private readonly Numbers<Budget> _budgets = new();
    private readonly Dictionary<(int Document, int Budget), DocumentMove[]> _moves = [];
    private readonly Dictionary<(int Document, int Worker), int> _crashed = [];
    private readonly Dictionary<int, (bool HasEnded, Promise Broken)> _promises = [];

    public int Documents => _documents.Count;

    public int NumberOf(Document document) => _documents.Of(document);

    public int NumberOf(Budget budget) => _budgets.Of(budget);

    public Document DocumentOf(int number) => _documents[number];

    public Budget BudgetOf(int number) => _budgets[number];

    public DocumentMove[] MovesOf(int document, int budget)
    {
        if (!_moves.TryGetValue((document, budget), out var moves))
        {
            var before = _documents[document];
            moves = [.. DocumentRules.Of(before, _budgets[budget], mutant).Select(move => Number(before, move))];
            _moves.Add((document, budget), moves);
        }

        return moves;
    }

    public int Crashed(int document, int worker)
    {
        if (!_crashed.TryGetValue((document, worker), out var crashed))
        {
            crashed = NumberOf(DocumentRules.Crashed(_documents[document], worker, mutant));
            _crashed.Add((document, worker), crashed);
        }

        return crashed;
    }

    public bool HasEnded(int document) => PromisesOf(document).HasEnded;

    public Promise Broken(int document) => PromisesOf(document).Broken;

    private DocumentMove Number(Document before, Move move)
    {
        var next = NumberOf(move.Next);
        var broken = StepPromises.Broken(before, move);
        return new(move.Kind, move.Worker, next, NumberOf(move.Budget), broken != Promise.None ? broken : Broken(next));
    }

    private (bool HasEnded, Promise Broken) PromisesOf(int document)
    {
        if (!_promises.TryGetValue(document, out var promises))
        {
            promises = (StatePromises.HasEnded(_documents[document]), StatePromises.Broken(_documents[document]));
            _promises.Add(document, promises);
        }

        return promises;
    }
}
