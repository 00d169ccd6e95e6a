namespace Hevlayer.Workers;

/// <summary>Cancelled when the time for some work is over, not counting waits that are nobody's fault.</summary>
internal sealed class WorkDeadline : IDisposable
{
    // While somebody waits, what is left stays the same; it is not looked at all the time.
    private static readonly TimeSpan LeastLook = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _source;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _limit;
    private readonly Func<TimeSpan>? _waited;
    private readonly TimeSpan _waitedBefore;
    private readonly long _began;
    private readonly ITimer? _timer;

    /// <param name="limit">The time.</param>
    /// <param name="clock">The clock that measures it.</param>
    /// <param name="waited">How long was waited so far, all in all; null where every wait counts.</param>
    public WorkDeadline(TimeSpan limit, TimeProvider clock, Func<TimeSpan>? waited)
    {
        (_limit, _clock, _waited) = (limit, clock, waited);
        _source = waited is null ? new(limit, clock) : new();
        Token = _source.Token;
        if (waited is not null)
        {
            _began = clock.GetTimestamp();
            _waitedBefore = waited();
            _timer = clock.CreateTimer(static state => ((WorkDeadline)state!).Look(), this, limit, Timeout.InfiniteTimeSpan);
        }
    }

    public CancellationToken Token { get; }

    public void Dispose()
    {
        _timer?.Dispose();
        _source.Dispose();
    }

    private void Look()
    {
        var left = _limit + _waited!() - _waitedBefore - _clock.GetElapsedTime(_began);
        try
        {
            if (left <= TimeSpan.Zero)
            {
                _source.Cancel();
            }
            else
            {
                _timer?.Change(left > LeastLook ? left : LeastLook, Timeout.InfiniteTimeSpan);
            }
        }
        catch (ObjectDisposedException)
        {
            // The work ended in this moment.
        }
    }
}
