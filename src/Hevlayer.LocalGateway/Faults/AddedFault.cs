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

    /// <summary>What it struck on pipelines.</summary>
    internal StrikeBook Strikes { get; } = new();

    /// <summary>Whether it has struck as often as it may.</summary>
    internal bool IsSpent => Struck >= Fault.Count;

    /// <summary>Strikes a call that matches it, or lets it pass.</summary>
    internal bool TryStrike(FaultTarget target)
    {
        if (Draw())
        {
            return true;
        }

        if (target.Subject is { } subject)
        {
            Strikes.Pass(subject);
        }

        return false;
    }

    internal void Remove() => _removed.TrySetResult();

    private bool Draw()
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
}
