namespace Hevlayer.Local;

internal sealed partial class FunctionQueue
{
    /// <summary>Claims the rows that are first in line; rows that are gone meanwhile are dropped. A paused function gives none.</summary>
    public List<UdfClaimedItem> Claim(string workerId, int limit, TimeSpan? lease)
    {
        lock (_lock)
        {
            var now = CatchUp();
            var claimed = new List<UdfClaimedItem>();
            var hold = new ItemLease(workerId, lease ?? TimeSpan.FromSeconds(Spec.Schedule!.LeaseSeconds!.Value), Time(now).ToUnixTimeMilliseconds());
            while (!_udf.Paused && claimed.Count < limit && _board.NextReady is { } item)
            {
                if (_namespaces.Find(item.Namespace)?.Find(item.Id) is not { } row)
                {
                    _board.Remove(item);
                    continue;
                }

                _board.Hold(item, hold, now + hold.Length.Ticks);
                claimed.Add(new UdfClaimedItem { Namespace = item.Namespace, Id = item.Id, Input = InputOf(row) });
            }

            _workers.NoteClaim(workerId, string.Empty, claimed.Count, now);
            return claimed;
        }
    }

    public int Heartbeat(string workerId, IEnumerable<UdfItemRef> items)
    {
        lock (_lock)
        {
            var now = CatchUp();
            var held = items.DistinctBy(item => (item.Namespace, item.Id)).Select(item => HeldBy(workerId, item.Namespace, item.Id)).OfType<FunctionItem>().ToList();
            held.ForEach(item => item.Due = now + item.Lease!.Length.Ticks);
            _workers.NoteRenewal(workerId, now);
            return held.Count;
        }
    }

    /// <summary>Counts a failure: the row waits for its next attempt, or is given up.</summary>
    public int Fail(string workerId, IEnumerable<UdfFailItem> items)
    {
        lock (_lock)
        {
            var now = CatchUp();
            var failed = 0;
            _workers.NoteCall(workerId, now);
            foreach (var failure in items)
            {
                if (HeldBy(workerId, failure.Namespace, failure.Id) is not { } item)
                {
                    continue;
                }

                failed++;
                item.Reason = failure.Message;
                item.Attempts++;
                if (failure.Kind == UdfErrorKind.Transient && RetryBackoff.After(item.Attempts, Spec.Retry!) is { } pause)
                {
                    _board.Wait(item, now + pause.Ticks);
                }
                else
                {
                    _board.Fail(item);
                }
            }

            return failed;
        }
    }

    /// <summary>Makes all rows that were given up ready again, with all their attempts.</summary>
    public int ResetFailed()
    {
        lock (_lock)
        {
            CatchUp();
            var failed = _board.All.Where(item => item.State == ItemState.Failed).ToList();
            failed.ForEach(item =>
            {
                item.Attempts = 0;
                _board.MakeReady(item);
            });
            return failed.Count;
        }
    }

    private FunctionItem? HeldBy(string workerId, string name, string id) =>
        _board.Find(name, id) is { Lease: { } lease } item && string.Equals(lease.WorkerId, workerId, StringComparison.Ordinal) ? item : null;

    private AttributeMap InputOf(StoredRow row)
    {
        var input = new AttributeMap();
        foreach (var name in Spec.Inputs!)
        {
            var value = row.Read(name);
            if (!value.IsNull)
            {
                input[name] = value;
            }
        }

        return input;
    }
}
