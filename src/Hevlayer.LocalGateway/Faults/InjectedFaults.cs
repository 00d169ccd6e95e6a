using System.Globalization;

namespace Hevlayer.Local;

/// <summary>The faults of a <see cref="LocalGateway"/>. When several match a call, the one that was added first strikes it.
/// Thread safe.</summary>
public sealed class InjectedFaults
{
    private readonly Lock _lock = new();
    private volatile AddedFault[] _faults = [];
    private int _last;

    internal InjectedFaults()
    {
    }

    /// <summary>The faults in the order in which they were added, including those that have reached their count.</summary>
    public IReadOnlyList<AddedFault> All => _faults;

    /// <summary>Adds a fault; it strikes from the next call on.</summary>
    /// <param name="fault">What to strike, and how.</param>
    /// <returns>The fault with its id and its counts, which go on counting.</returns>
    /// <exception cref="ArgumentException">A value of the fault is out of its range, or there is no such operation.</exception>
    public AddedFault Add(InjectedFault fault)
    {
        FaultRules.Check(fault);
        lock (_lock)
        {
            var added = new AddedFault(string.Create(CultureInfo.InvariantCulture, $"fault-{++_last}"), fault);
            _faults = [.. _faults, added];
            return added;
        }
    }

    /// <summary>Removes a fault. Calls that it keeps waiting go on.</summary>
    /// <param name="id">Id of the fault.</param>
    /// <returns>False when there is none.</returns>
    public bool Remove(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        AddedFault? removed;
        lock (_lock)
        {
            removed = Array.Find(_faults, fault => string.Equals(fault.Id, id, StringComparison.Ordinal));
            _faults = [.. _faults.Where(fault => fault != removed)];
        }

        removed?.Remove();
        return removed is not null;
    }

    /// <summary>Removes all faults. Calls that they keep waiting go on.</summary>
    public void Clear()
    {
        foreach (var fault in _faults)
        {
            Remove(fault.Id);
        }
    }

    internal bool IsEmpty => _faults.Length == 0;

    /// <summary>The fault that strikes a call; null for none.</summary>
    internal AddedFault? Strike(FaultTarget target) => Array.Find(_faults, fault => target.IsMatchedBy(fault.Fault) && fault.TryStrike(target));
}
