namespace Hevlayer.Local;

/// <summary>
/// One function: its registration, its sweeps and its queue of rows. Thread safe by a lock that all functions share, because
/// what one of them writes may queue rows for the others.
/// </summary>
internal sealed partial class FunctionQueue
{
    private readonly ItemBoard _board = new();
    private readonly IndexedRate _rate = new();
    private readonly FunctionMarker _marker;
    private readonly NamespaceRegistry _namespaces;
    private readonly LocalGatewayOptions _options;
    private readonly Lock _lock;
    private Udf _udf;

    public FunctionQueue(Udf udf, NamespaceRegistry namespaces, LocalGatewayOptions options, Lock shared)
    {
        _udf = udf;
        _marker = new FunctionMarker(udf.Id);
        _namespaces = namespaces;
        _options = options;
        _lock = shared;
        _nextSweep = udf.CreatedAt.UtcTicks;
    }

    public Udf Definition
    {
        get
        {
            lock (_lock)
            {
                return _udf;
            }
        }
    }

    private UdfSpec Spec => _udf.Spec;

    /// <summary>Puts another specification in place; rows that are queued or in work stay so.</summary>
    public Udf Replace(UdfSpec spec)
    {
        lock (_lock)
        {
            var now = CatchUp();
            _udf = _udf with { Spec = spec, UpdatedAt = Time(now) };
            _nextSweep = Math.Min(_nextSweep, now + SweepInterval);
            return _udf;
        }
    }

    /// <summary>Stops claims, or allows them again. Sweeps go on, and so does what has been claimed.</summary>
    public Udf SetPaused(bool paused)
    {
        lock (_lock)
        {
            var now = CatchUp();
            _udf = _udf.Paused == paused ? _udf : _udf with { Paused = paused, UpdatedAt = Time(now) };
            return _udf;
        }
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    // Only the clock ends waits and leases and starts sweeps; the next call applies that, before anybody can see the
    // difference.
    private long CatchUp()
    {
        var now = _options.TimeProvider.GetUtcNow().UtcTicks;
        _board.ReturnDue(now);
        SweepWhenDue(now);
        return now;
    }
}
