namespace Hevlayer.Protocol;

/// <summary>Tells the steps from the beginning to a broken promise.</summary>
internal static class Story
{
    /// <summary>One sentence a step, and one for what is wrong in the end.</summary>
    /// <param name="bound">Where the steps begin.</param>
    /// <param name="mutant">What is done wrong.</param>
    /// <param name="found">The steps.</param>
    public static IReadOnlyList<string> Of(Bound bound, Mutant mutant, Exploration found)
    {
        var protocol = new LeaseProtocol(mutant);
        var state = State.Initial(bound.Workers, bound.Documents, bound.Budget);
        var sentences = new List<string>();
        foreach (var action in found.Story)
        {
            var next = protocol.Next(state).First(step => step.Action == action).Next;
            sentences.Add($"{Names.Sentence(Of(action, state, next))}.");
            state = next;
        }

        return [.. sentences, PromiseTexts.Of(found.Broken)];
    }

    private static string Of(Action action, State before, State after)
    {
        if (action.Document < 0)
        {
            return WorldSentences.OfProcess(action);
        }

        var (earlier, later) = (before.Documents[action.Document], after.Documents[action.Document]);
        return (action.Worker < 0 ? null : WorkSentences.Of(action, earlier, later)) ?? WorldSentences.Of(action, earlier, later);
    }
}
