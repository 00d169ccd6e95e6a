namespace Hevlayer.Protocol;

/// <summary>Draws the stages of a document and the phases of the work on it, as the model goes through them.</summary>
internal static class Picture
{
    // All that moves a document, at a size that is walked in a moment.
    private static readonly Bound Walked = new(2, 1, new(Crashes: 1, Freezes: 0, Losses: 1, Changes: 1, Failures: 1, Releases: 1));

    /// <summary>The picture in Mermaid's language.</summary>
    public static string Mermaid()
    {
        var stages = new SortedSet<(int From, int To, string Label)>();
        var phases = new SortedSet<(int From, int To, string Label)>();
        foreach (var (action, before, after) in Steps())
        {
            if (before.Stage != after.Stage)
            {
                stages.Add(((int)before.Stage, (int)after.Stage, PictureLabels.OfStage(action, after.Stage)));
            }

            if (action.Worker >= 0 && (before.Holds[action.Worker].Phase, after.Holds[action.Worker].Phase) is var (from, to) && from != to)
            {
                phases.Add(((int)from, (int)to, PictureLabels.OfPhase(action)));
            }
        }

        return string.Join('\n',
        [
            "stateDiagram-v2",
            "    state \"a document, at the gateway\" as document {",
            .. Lines<Stage>(stages),
            "    }",
            "    state \"the work of one holder\" as work {",
            .. Lines<Phase>(phases),
            "    }",
        ]);
    }

    private static IEnumerable<string> Lines<T>(SortedSet<(int From, int To, string Label)> edges)
        where T : struct, Enum =>
        edges.GroupBy(static edge => (edge.From, edge.To)).Select(static edge =>
            $"        {Node<T>(edge.Key.From)} --> {Node<T>(edge.Key.To)} : {string.Join(", ", edge.Select(static step => step.Label).Distinct())}");

    private static string Node<T>(int value)
        where T : struct, Enum =>
        value == 0 ? "[*]" : Names.Word(Enum.GetValues<T>()[value]).Replace('-', '_');

    private static IEnumerable<(Action Action, Document Before, Document After)> Steps()
    {
        var graph = new StateGraph(Walked, Mutant.None);
        var seen = new HashSet<ulong> { graph.Initial };
        var open = new Queue<ulong>(seen);
        while (open.TryDequeue(out var state))
        {
            var before = graph.Unpacked(state).Documents[0];
            foreach (var edge in graph.From(state))
            {
                if (edge.Action.Document >= 0)
                {
                    yield return (edge.Action, before, graph.Unpacked(edge.Next).Documents[0]);
                }

                if (seen.Add(edge.Next))
                {
                    open.Enqueue(edge.Next);
                }
            }
        }
    }
}
