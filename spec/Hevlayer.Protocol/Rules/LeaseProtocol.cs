namespace Hevlayer.Protocol;

/// <summary>The transition relation: which steps a state allows, and where each leads.</summary>
/// <param name="mutant">What is done wrong; nothing in the protocol as it is.</param>
internal sealed class LeaseProtocol(Mutant mutant = Mutant.None)
{
    public IEnumerable<(Action Action, State Next)> Next(State state)
    {
        for (var index = 0; index < state.Documents.Count; index++)
        {
            foreach (var move in DocumentRules.Of(state.Documents[index], state.Budget, mutant))
            {
                if (move.Kind == ActionKind.Claim && ProcessRules.IsBusy(state.Documents, move.Worker))
                {
                    continue;
                }

                yield return (new(move.Kind, move.Worker, index), new(move.Budget, Replaced(state.Documents, index, move.Next)));
            }
        }

        foreach (var (action, budget) in ProcessRules.Of(state.Budget, state.Documents))
        {
            var documents = action.Kind == ActionKind.Crash
                ? [.. state.Documents.Select(document => DocumentRules.Crashed(document, action.Worker, mutant))]
                : state.Documents;
            yield return (action, new(budget, documents));
        }
    }

    private static IReadOnlyList<Document> Replaced(IReadOnlyList<Document> documents, int index, Document next) =>
        [.. documents.Select((document, at) => at == index ? next : document)];
}
