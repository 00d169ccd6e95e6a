namespace Hevlayer.Local;

internal sealed partial class FunctionQueue
{
    private long _nextSweep;
    private long _sweeps;
    private DateTimeOffset? _lastSweep;
    private SweepOutcome _found;

    private long SweepInterval => Spec.Schedule!.DiscoveryIntervalSeconds!.Value * TimeSpan.TicksPerSecond;

    /// <summary>When the next wait or lease ends or the next sweep begins, in UTC ticks; null for never.</summary>
    public long? NextDue()
    {
        lock (_lock)
        {
            CatchUp();
            long? sweep = Spec.Triggers!.Contains(UdfTrigger.Discovery) ? _nextSweep : null;
            return _board.NextDue() is { } due && !(due > sweep) ? due : sweep;
        }
    }

    /// <summary>Queues each row that the filter lets pass and that has not been processed by the present version.</summary>
    public int Discover(IReadOnlyList<string> namespaces)
    {
        lock (_lock)
        {
            var now = CatchUp();
            var queued = Sweep(namespaces, long.MaxValue);
            NoteSweeps(1, now);
            return queued;
        }
    }

    /// <summary>Looks at rows that have just been written.</summary>
    public void Offer(string name, IEnumerable<string> keys)
    {
        lock (_lock)
        {
            if (_namespaces.Find(name) is not { } store)
            {
                return;
            }

            var filter = FilterParser.Parse(Spec.Filter);
            var isDone = _marker.IsDone(Spec.Version!);
            foreach (var row in store.Find(keys).OfType<StoredRow>())
            {
                if ((filter is null || filter.Matches(row)) && !isDone(row))
                {
                    Queue(name, row.Key);
                }
            }
        }
    }

    /// <summary>Begins a sweep that has become due.</summary>
    public SweepOutcome SweepDue()
    {
        lock (_lock)
        {
            var before = _sweeps;
            _found = SweepOutcome.FoundNothing;
            CatchUp();
            return _sweeps == before ? SweepOutcome.NotDue : _found;
        }
    }

    // Sweeps that have become due one after another find together what the last one of them finds.
    private void SweepWhenDue(long now)
    {
        if (_nextSweep > now || !Spec.Triggers!.Contains(UdfTrigger.Discovery))
        {
            return;
        }

        var missed = ((now - _nextSweep) / SweepInterval) + 1;
        var last = _nextSweep + ((missed - 1) * SweepInterval);
        _nextSweep = last + SweepInterval;
        var settled = Spec.TargetNamespaces!.Select(_namespaces.View).All(static view => view?.Freshness.IsStable != false);
        _found = Sweep(Spec.TargetNamespaces!, Time(last).ToUnixTimeMilliseconds()) == 0 && settled ? SweepOutcome.FoundNothing : SweepOutcome.FoundSomething;
        NoteSweeps(missed, last);
    }

    private void NoteSweeps(long count, long when)
    {
        _sweeps += count;
        _lastSweep = Time(when);
    }

    // A sweep sees what a scan sees.
    private int Sweep(IReadOnlyList<string> namespaces, long upToMs)
    {
        var queued = 0;
        var isDone = _marker.IsDone(Spec.Version!);
        foreach (var view in namespaces.Select(_namespaces.View).OfType<NamespaceView>())
        {
            var window = WindowReader.Read(view.Freshness, Spec.Filter, upToMs, between: null);
            queued += view.Rows.Count(row => window.Admits(row) && !isDone(row) && Queue(view.Name, row.Key));
        }

        return queued;
    }

    // A row that was given up gets another chance with another version only.
    private bool Queue(string name, string key)
    {
        if (_board.Find(name, key) is not { } item)
        {
            _board.Add(name, key, Spec.Version!);
            return true;
        }

        if (item.State != ItemState.Failed || string.Equals(item.Version, Spec.Version, StringComparison.Ordinal))
        {
            return false;
        }

        item.Version = Spec.Version!;
        item.Attempts = 0;
        _board.MakeReady(item);
        return true;
    }
}
