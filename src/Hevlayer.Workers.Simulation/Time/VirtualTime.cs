namespace Hevlayer.Workers.Simulation;

/// <summary>
/// Time that passes only when nobody has anything to do, and the one thread on which all nodes run. Which of several nodes
/// that could run does so is drawn from the seed.
/// </summary>
internal sealed class VirtualTime
{
    private readonly PriorityQueue<Action, (long Due, long Order)> _events = new();
    private readonly List<SimulatedNode> _nodes = [];
    private readonly List<SimulatedNode> _ready = [];
    private readonly Random _random;
    private long _order;
    private int _lastNode;
    private volatile bool _isJoining;

    public VirtualTime(Random random)
    {
        _random = random;
        Thread = Environment.CurrentManagedThreadId;
    }

    /// <summary>Ticks since the beginning.</summary>
    public long Now { get; private set; }

    public TimeSpan Elapsed => TimeSpan.FromTicks(Now);

    /// <summary>A number that all that has happened so far leads to, in its order: two histories that differ hardly share it.</summary>
    public ulong Trace { get; private set; } = 14695981039346656037;

    /// <summary>The thread that everything runs on.</summary>
    public int Thread { get; }

    /// <summary>Whether somebody came from another thread, so that a seed no longer says what happens.</summary>
    public bool HasLeftThread { get; private set; }

    /// <summary>How much has happened.</summary>
    public long Steps { get; private set; }

    public SimulatedNode AddNode(string name)
    {
        var node = new SimulatedNode(name, ++_lastNode, this);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Has something happen within a tenth of a second; when is drawn from the seed.</summary>
    public void Soon(Action action) => After(TimeSpan.FromMilliseconds(_random.Next(100)), action);

    /// <summary>Has something happen after a time, on no node: the network, the gateway, the plan of faults.</summary>
    public void After(TimeSpan delay, Action action) => Enqueue(Now + Math.Max(0, delay.Ticks), action);

    /// <summary>
    /// Does something that may go on on another thread, and waits for its end there, while the one thread does nothing; what
    /// it does to the time is as good as the one thread's.
    /// </summary>
    /// <param name="begin">What is done.</param>
    /// <param name="isOver">Whether it has ended.</param>
    /// <param name="limit">Longest real time.</param>
    public bool Join(Action begin, Func<bool> isOver, TimeSpan limit)
    {
        _isJoining = true;
        try
        {
            begin();
            return isOver() || SpinWait.SpinUntil(isOver, limit);
        }
        finally
        {
            _isJoining = false;
        }
    }

    /// <summary>Runs until a condition holds.</summary>
    /// <param name="isOver">The condition.</param>
    /// <param name="limit">Latest time.</param>
    /// <returns>False when the time was over first, or nothing was left to happen.</returns>
    public bool RunUntil(Func<bool> isOver, TimeSpan limit)
    {
        var before = SynchronizationContext.Current;
        try
        {
            while (!isOver())
            {
                if (!RunReadyNode() && !RunNextEvent(limit.Ticks))
                {
                    return isOver();
                }
            }

            return true;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private void Enqueue(long due, Action action)
    {
        if (Environment.CurrentManagedThreadId == Thread || _isJoining)
        {
            lock (_events)
            {
                _events.Enqueue(action, (due, _order++));
            }
        }
        else
        {
            HasLeftThread = true;
        }
    }

    private bool RunReadyNode()
    {
        _ready.Clear();
        foreach (var node in _nodes)
        {
            if (node.IsReady)
            {
                _ready.Add(node);
            }
        }

        if (_ready.Count == 0)
        {
            return false;
        }

        var next = _ready[_ready.Count == 1 ? 0 : _random.Next(_ready.Count)];
        Note(next.Number);
        next.RunOne();
        _nodes.RemoveAll(static node => node.IsDead);
        return true;
    }

    private bool RunNextEvent(long limit)
    {
        if (!_events.TryPeek(out _, out var when) || when.Due > limit)
        {
            return false;
        }

        var action = _events.Dequeue();
        Now = Math.Max(Now, when.Due);
        Note(when.Order);
        SynchronizationContext.SetSynchronizationContext(null);
        action();
        return true;
    }

    // FNV-1a over when and what.
    private void Note(long what)
    {
        Steps++;
        foreach (var number in (ReadOnlySpan<long>)[Now, what])
        {
            Trace = (Trace ^ (ulong)number) * 1099511628211;
        }
    }
}
