namespace Hevlayer.Protocol;

/// <summary>The states that were reached, in their order, with the shortest way to each.</summary>
internal sealed class Reached
{
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<(ulong State, int From, int Depth, Action Action)> _all = [];

    public int Count => _all.Count;

    /// <summary>The longest of the shortest ways.</summary>
    public int Depth => _all[^1].Depth;

    public ulong this[int number] => _all[number].State;

    public int NumberOf(ulong state) => _numbers[state];

    /// <summary>Notes a state; false when it was reached before.</summary>
    public bool Add(ulong state, int from, Action action)
    {
        var isNew = _numbers.TryAdd(state, _all.Count);
        if (isNew)
        {
            _all.Add((state, from, from < 0 ? 0 : _all[from].Depth + 1, action));
        }

        return isNew;
    }

    public IReadOnlyList<Action> WayTo(int number)
    {
        var actions = new List<Action>();
        for (var at = number; _all[at].From >= 0; at = _all[at].From)
        {
            actions.Add(_all[at].Action);
        }

        actions.Reverse();
        return actions;
    }
}
