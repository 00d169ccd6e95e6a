using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers;

/// <summary>
/// Tells trouble that affects all documents from that of one: a broken model or gateway fails everything, and no document
/// may
/// fail for that. Thread safe.
/// </summary>
/// <param name="places">Places for documents; one while all fail alike.</param>
/// <param name="concurrent">Places while all is well.</param>
/// <param name="clock">Measures how long it lasts.</param>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer to release, and a late cancellation may still use it.")]
internal sealed class SharedTrouble(Gate places, int concurrent, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _failed = new(StringComparer.Ordinal);
    private CancellationTokenSource _recovered = new();
    private long _successes;
    private long? _since;

    /// <summary>Successes so far: a document that failed before one and fails after it is itself the cause.</summary>
    public long Successes => Interlocked.Read(ref _successes);

    /// <summary>Whether at least two documents have failed in the same way since the last success.</summary>
    public bool IsShared
    {
        get
        {
            lock (_lock)
            {
                return SharedBy(null);
            }
        }
    }

    /// <summary>Whether another document has failed as this one did, and none succeeded since.</summary>
    public bool IsSharedBy(string documentId)
    {
        lock (_lock)
        {
            return _failed.TryGetValue(documentId, out var cause) && SharedBy(cause);
        }
    }

    /// <summary>Time since the first failure after the last success; zero while all is well.</summary>
    public TimeSpan Age()
    {
        lock (_lock)
        {
            return _since is { } since ? clock.GetElapsedTime(since) : TimeSpan.Zero;
        }
    }

    /// <summary>Notes an attempt that failed.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="fault">Why.</param>
    public void Failed(string documentId, Fault fault)
    {
        lock (_lock)
        {
            _since ??= clock.GetTimestamp();
            _failed[documentId] = CauseOf(fault);
            places.Capacity = SharedBy(null) ? 1 : concurrent;
        }
    }

    /// <summary>Notes a document that succeeded: whatever held the others back is over.</summary>
    public void Succeeded()
    {
        CancellationTokenSource? before = null;
        lock (_lock)
        {
            _successes++;
            _since = null;
            if (_failed.Count > 0)
            {
                _failed.Clear();
                places.Capacity = concurrent;
                (before, _recovered) = (_recovered, new CancellationTokenSource());
            }
        }

        before?.Cancel();
    }

    /// <summary>Forgets a document that has ended otherwise.</summary>
    public void Ended(string documentId)
    {
        lock (_lock)
        {
            if (_failed.Remove(documentId))
            {
                places.Capacity = SharedBy(null) ? 1 : concurrent;
            }
        }
    }

    /// <summary>Pauses, but no longer than until a document succeeds or the token is cancelled; no error.</summary>
    public async Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        CancellationToken recovered;
        lock (_lock)
        {
            recovered = _recovered.Token;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(recovered, cancellationToken);
        await Task.Delay(pause, clock, end.Token).ContinueQuietlyAsync();
    }

    // The text of an error often names the document, its type does not.
    private static string CauseOf(Fault fault) => $"{fault.Kind} {fault.Exception?.GetType().FullName}";

    private bool SharedBy(string? cause) => cause is null
        ? _failed.Values.GroupBy(static one => one, StringComparer.Ordinal).Any(static alike => alike.Count() > 1)
        : _failed.Values.Count(other => string.Equals(other, cause, StringComparison.Ordinal)) > 1;
}
