namespace Hevlayer.Local;

/// <summary>
/// Which calls on pipelines a fault struck, and none of the same kind got past it since: what explains where a document is.
/// Thread safe.
/// </summary>
internal sealed class StrikeBook
{
    private const int Most = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<StrikeKey, Strike> _strikes = [];

    /// <summary>A call is struck, and may have to wait.</summary>
    public void Begin(CallSubject subject, long now) => Set(KeysOf(subject), old => new(now, old.Waiting + 1, subject.Prefix));

    /// <summary>A call that was struck is answered, or its caller gave up.</summary>
    public void End(CallSubject subject) => Set(KeysOf(subject), static old => old with { Waiting = Math.Max(0, old.Waiting - 1) });

    /// <summary>A call got past the fault.</summary>
    public void Pass(CallSubject subject)
    {
        lock (_lock)
        {
            foreach (var key in KeysOf(subject))
            {
                if (_strikes.GetValueOrDefault(key).Waiting == 0)
                {
                    _strikes.Remove(key);
                }
            }
        }
    }

    /// <summary>A claim did its work, but its caller was not told of the documents that it took.</summary>
    public void Took(CallSubject claim, IEnumerable<string> documents, long now)
    {
        Pass(claim);
        Set(documents.Select(id => new StrikeKey(claim.Pipeline, claim.Operation, id, IsStage: false)), _ => new(now, 0, string.Empty));
    }

    /// <summary>The last strike of a kind; null for none.</summary>
    public Strike? Find(StrikeKey key)
    {
        lock (_lock)
        {
            return _strikes.TryGetValue(key, out var strike) ? strike : null;
        }
    }

    private void Set(IEnumerable<StrikeKey> keys, Func<Strike, Strike> change)
    {
        lock (_lock)
        {
            foreach (var key in keys)
            {
                _strikes[key] = change(_strikes.GetValueOrDefault(key));
            }

            if (_strikes.Count > Most)
            {
                ForgetTheOldestHalf();
            }
        }
    }

    private void ForgetTheOldestHalf()
    {
        foreach (var (key, _) in _strikes.Where(static one => one.Value.Waiting == 0).OrderBy(static one => one.Value.At).Take(Most / 2).ToList())
        {
            _strikes.Remove(key);
        }
    }

    private static IEnumerable<StrikeKey> KeysOf(CallSubject subject) => subject.Stage is { } stage
        ? [new(subject.Pipeline, subject.Operation, stage, IsStage: true)]
        : subject.Documents.Select(id => new StrikeKey(subject.Pipeline, subject.Operation, id, IsStage: false));
}
