using System.Collections.Concurrent;

namespace Hevlayer.Workers.Simulation;

/// <summary>
/// A process of a simulation: what is awaited on it goes on in it, one thing at a time. It can be frozen, so that nothing
/// runs while its clock goes on, and killed.
/// </summary>
internal sealed class SimulatedNode : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private readonly List<Action> _lateTimers = [];
    private readonly VirtualTime _time;

    public SimulatedNode(string name, int number, VirtualTime time)
    {
        Name = name;
        Number = number;
        _time = time;
        Clock = new SimulatedClock(this, time);
        ThawedAt = time.Now;
    }

    public string Name { get; }

    /// <summary>Its place among all nodes of the history.</summary>
    public int Number { get; }

    public SimulatedClock Clock { get; }

    public bool IsFrozen { get; private set; }

    /// <summary>Timestamp from which on it has not been frozen.</summary>
    public long ThawedAt { get; private set; }

    public bool IsDead { get; private set; }

    /// <summary>Whether something went on outside the one thread, so that a seed no longer says what happens.</summary>
    public bool HasLeftThread { get; private set; }

    public bool IsReady => !IsDead && !IsFrozen && !_queue.IsEmpty;

    /// <summary>Nothing of it runs until it thaws.</summary>
    public void Freeze() => IsFrozen = true;

    /// <summary>
    /// It goes on. What waited for a thread goes on at once; timers that came due meanwhile run a little later, in any order,
    /// as those of a process that was stopped do.
    /// </summary>
    public void Thaw()
    {
        IsFrozen = false;
        ThawedAt = _time.Now;
        foreach (var timer in _lateTimers)
        {
            _time.Soon(timer);
        }

        _lateTimers.Clear();
    }

    /// <summary>Keeps a timer that came due while it is frozen.</summary>
    /// <param name="timer">What the timer does.</param>
    public void RunWhenThawed(Action timer) => _lateTimers.Add(timer);

    /// <summary>
    /// Runs in this process, but on no context: what a library awaits without one goes on in place, as it does nowhere else.
    /// Later, when the process is frozen, and never when it is dead.
    /// </summary>
    public void RunBare(Action action)
    {
        if (IsFrozen)
        {
            RunWhenThawed(() => RunBare(action));
        }
        else if (!IsDead)
        {
            Bare(action);
        }
    }

    /// <summary>Runs at once and on no context.</summary>
    public static void Bare(Action action)
    {
        var before = Current;
        SetSynchronizationContext(null);
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Nothing of it runs again.</summary>
    public void Kill()
    {
        IsDead = true;
        _queue.Clear();
    }

    public void Start(Func<Task> work) => Post(static state => _ = ((Func<Task>)state!)(), work);

    public void Run(Action action) => Post(static state => ((Action)state!)(), action);

    public void RunOne()
    {
        if (_queue.TryDequeue(out var next))
        {
            SetSynchronizationContext(this);
            next.Callback(next.State);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        HasLeftThread |= Environment.CurrentManagedThreadId != _time.Thread;
        if (!IsDead)
        {
            _queue.Enqueue((d, state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Nothing in a simulation waits by blocking its thread.");

    public override SynchronizationContext CreateCopy() => this;
}
