namespace Hevlayer.Local;

/// <summary>The workers of a pipeline as it has seen them. Not thread safe.</summary>
internal sealed class WorkerBook
{
    public static readonly TimeSpan Present = TimeSpan.FromMinutes(1);

    private const int Most = 1_000;

    private readonly Dictionary<string, WorkerSighting> _workers = new(StringComparer.Ordinal);

    public IReadOnlyCollection<WorkerSighting> All => _workers.Values;

    public void NoteClaim(string worker, string stage, int taken, long now)
    {
        var seen = Seen(worker, now);
        _workers[worker] = seen with { LastClaim = now, Stage = stage, Claims = seen.Claims + 1, Taken = seen.Taken + taken };
    }

    public void NoteRenewal(string worker, long now)
    {
        var seen = Seen(worker, now);
        _workers[worker] = seen with { Renewals = seen.Renewals + 1 };
    }

    public void NoteCall(string? worker, long now)
    {
        if (worker is not null)
        {
            _workers[worker] = Seen(worker, now);
        }
    }

    private WorkerSighting Seen(string worker, long now)
    {
        if (_workers.TryGetValue(worker, out var seen))
        {
            return seen with { LastSeen = now };
        }

        if (_workers.Count >= Most)
        {
            Forget();
        }

        return new WorkerSighting(worker) { FirstSeen = now, LastSeen = now };
    }

    // Many at once: to look for the oldest with each new worker would make all of them slow.
    private void Forget()
    {
        foreach (var old in _workers.Values.OrderBy(static one => one.LastSeen).Take(Most / 10).ToList())
        {
            _workers.Remove(old.Worker);
        }
    }
}
