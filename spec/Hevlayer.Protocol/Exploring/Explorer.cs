namespace Hevlayer.Protocol;

/// <summary>Explores a bound breadth first, until no new state appears or a promise is broken.</summary>
internal sealed class Explorer
{
    private readonly StateGraph _graph;
    private readonly Symmetry? _symmetry;
    private readonly Reached _reached = new();
    private long _represented;
    private long _steps;

    private Explorer(Bound bound, Mutant mutant, bool isSymmetric)
    {
        _graph = new(bound, mutant);
        _symmetry = isSymmetric ? new(_graph, bound.Workers) : null;
    }

    /// <summary>Explores.</summary>
    /// <param name="bound">How much.</param>
    /// <param name="mutant">What is done wrong.</param>
    /// <param name="isSymmetric">Whether states that are alike are taken for one.</param>
    public static Exploration Explore(Bound bound, Mutant mutant = Mutant.None, bool isSymmetric = false) =>
        new Explorer(bound, mutant, isSymmetric).Run();

    private Exploration Run()
    {
        Reach(_graph.Initial, -1, default);
        for (var at = 0; at < _reached.Count; at++)
        {
            if (Visit(at) is { } broken)
            {
                return broken;
            }
        }

        return Circles.Find(_graph, _reached, Standing) is { } circle
            ? Found(Promise.NothingGoesInCircles, [.. _reached.WayTo(_reached.NumberOf(circle.State)), .. circle.Actions], circle.State)
            : Found(Promise.None, [], null);
    }

    private Exploration? Visit(int at)
    {
        var state = _reached[at];
        var goesOn = false;
        foreach (var edge in _graph.From(state))
        {
            _steps++;
            goesOn |= Circles.MustHappen(edge.Action);
            if (edge.Broken != Promise.None)
            {
                return Found(edge.Broken, [.. _reached.WayTo(at), edge.Action], edge.Next);
            }

            Reach(edge.Next, at, edge.Action);
        }

        return goesOn || _graph.HasEnded(state) ? null : Found(Promise.EveryDocumentEnds, _reached.WayTo(at), state);
    }

    private void Reach(ulong state, int from, Action action)
    {
        var (standing, alike) = _symmetry?.Of(state) ?? (state, 1);
        if (_reached.Add(standing, from, action))
        {
            _represented += alike;
        }
    }

    private ulong Standing(ulong state) => _symmetry?.Of(state).State ?? state;

    private Exploration Found(Promise broken, IReadOnlyList<Action> story, ulong? end) =>
        new(_reached.Count, _represented, _steps, _reached.Depth, broken, story) { End = end is { } state ? _graph.Unpacked(state) : null };
}
