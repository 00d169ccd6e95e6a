namespace Hevlayer.Local;

/// <summary>A fault that a <see cref="LocalGateway"/> has, and what it has done so far.</summary>
public sealed class AddedFault
{
    private readonly Lock _lock = new();
    private readonly Random _draws;
    private readonly TaskCompletionSource _removed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _matched;
    private int _struck;

    internal AddedFault(string id, InjectedFault fault)
    {
        Id = id;
        Fault = fault;
        _draws = new Random(fault.Seed);
    }

    /// <summary>Id by which it is removed.</summary>
    public string Id { get; }

    /// <summary>What was added.</summary>
    public InjectedFault Fault { get; }

    /// <summary>Calls that matched it, struck or not.</summary>
    public long Matched => Interlocked.Read(ref _matched);

    /// <summary>Calls that it struck.</summary>
    public int Struck => Volatile.Read(ref _struck);

    /// <summary>Ends when the fault is removed: whoever it keeps waiting may go on.</summary>
    internal Task Removed => _removed.Task;

    /// <summary>Whether it strikes a call that matches it.</summary>
    internal bool Strikes()
    {
        lock (_lock)
        {
            if (_struck >= Fault.Count)
            {
                return false;
            }

            _matched++;
            if (_draws.NextDouble() >= Fault.Probability)
            {
                return false;
            }

            _struck++;
            return true;
        }
    }

    internal void Remove() => _removed.TrySetResult();
}
