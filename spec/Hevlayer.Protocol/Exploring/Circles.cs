namespace Hevlayer.Protocol;

/// <summary>
/// Looks for work without end. A renewal may be repeated as long as the work takes, and a fault need never happen; when the
/// other steps form no circle, every run without end is faults and renewals from some moment on, and no fair run is.
/// </summary>
internal static class Circles
{
    /// <summary>Whether fairness makes a step happen in the end.</summary>
    public static bool MustHappen(Action action) => !action.IsFault && action.Kind != ActionKind.Renew;

    /// <summary>A circle: a state and the steps that lead back to it; null when there is none.</summary>
    /// <param name="graph">The steps.</param>
    /// <param name="reached">The states.</param>
    /// <param name="standing">The state that stands for another.</param>
    public static (ulong State, IReadOnlyList<Action> Actions)? Find(StateGraph graph, Reached reached, Func<ulong, ulong> standing)
    {
        var isDone = new bool[reached.Count];
        var isOpen = new bool[reached.Count];
        var path = new Stack<(int State, Action By, Queue<(Action Action, int Next)> Steps)>();

        void Enter(int state, Action by)
        {
            isOpen[state] = true;
            path.Push((state, by, new(graph.From(reached[state])
                .FindAll(static edge => MustHappen(edge.Action))
                .Select(edge => (edge.Action, reached.NumberOf(standing(edge.Next)))))));
        }

        for (var start = 0; start < reached.Count; start++)
        {
            if (!isDone[start])
            {
                Enter(start, default);
            }

            while (path.TryPeek(out var top))
            {
                if (!top.Steps.TryDequeue(out var step))
                {
                    path.Pop();
                    isOpen[top.State] = false;
                    isDone[top.State] = true;
                }
                else if (isOpen[step.Next])
                {
                    var circle = path.TakeWhile(entry => entry.State != step.Next).Select(static entry => entry.By).Reverse();
                    return (reached[step.Next], [.. circle, step.Action]);
                }
                else if (!isDone[step.Next])
                {
                    Enter(step.Next, step.Action);
                }
            }
        }

        return null;
    }
}
