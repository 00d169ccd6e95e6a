using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers;

/// <summary>What makes a hold on an item exclusive, and until when that is certain. Thread safe.</summary>
[SuppressMessage("Reliability", "CA2213", Justification = "The source of the token has no timer and nothing else to release; a late loss may still use it.")]
internal sealed class Lease : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Signal _confirmed = new();
    private readonly TimeProvider _clock;
    private readonly ITimer? _timer;
    private long _renewedAt;
    private bool _isConfirmed;
    private bool _hasEnded;
    private bool _isSettling;
    private bool _isRefused;

    /// <summary>Begins a lease.</summary>
    /// <param name="terms">Its length and what follows from it; null for a hold that needs no renewal.</param>
    /// <param name="beganAt">Timestamp that it began at, or later.</param>
    /// <param name="clock">A clock that never goes back.</param>
    /// <param name="isConfirmed">Whether it can be relied on before it is renewed for the first time.</param>
    public Lease(LeaseTerms? terms, long beganAt, TimeProvider clock, bool isConfirmed = true)
    {
        Lost = _lost.Token;
        Terms = terms;
        _renewedAt = beganAt;
        _clock = clock;
        _isConfirmed = isConfirmed;
        _timer = terms is null ? null : clock.CreateTimer(static state => ((Lease)state!).LoseWhenOver(), this, TimeLeft, Timeout.InfiniteTimeSpan);
    }

    /// <summary>When to renew it; null where nothing needs to be renewed.</summary>
    public LeaseTerms? Terms { get; }

    /// <summary>Cancelled when the lease is lost: the item is another worker's then, and our result is not wanted.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Whether it can be relied on. A late reply may bring an item whose lease began nobody knows when.</summary>
    public bool IsConfirmed
    {
        get
        {
            lock (_lock)
            {
                return _isConfirmed;
            }
        }
    }

    /// <summary>
    /// Whether the call that ends the hold is under way. Its success ends the lease, which a renewal cannot tell from a
    /// lost one.
    /// </summary>
    public bool IsSettling
    {
        get
        {
            lock (_lock)
            {
                return _isSettling;
            }
        }
    }

    /// <summary>How long the lease can still be relied on; zero when it is lost.</summary>
    public TimeSpan TimeLeft
    {
        get
        {
            lock (_lock)
            {
                return Lost.IsCancellationRequested ? TimeSpan.Zero : Remaining();
            }
        }
    }

    /// <summary>Time since the last renewal that succeeded was sent.</summary>
    public TimeSpan RenewalAge
    {
        get
        {
            lock (_lock)
            {
                return _clock.GetElapsedTime(_renewedAt);
            }
        }
    }

    /// <summary>Whether the lease can be relied on now. Asks the clock: after a freeze, no timer may have run yet.</summary>
    public bool IsSafe => TimeLeft > TimeSpan.Zero;

    /// <summary>Ends when the lease can be relied on.</summary>
    /// <param name="cancellationToken">Ends the wait with an error.</param>
    public Task ConfirmedAsync(CancellationToken cancellationToken) =>
        IsConfirmed ? Task.CompletedTask : _confirmed.WaitAsync(Timeout.InfiniteTimeSpan, _clock, cancellationToken);

    /// <summary>Notes a renewal that succeeded.</summary>
    /// <param name="sentAt">Timestamp from before it was sent.</param>
    public void Renew(long sentAt)
    {
        lock (_lock)
        {
            // What was over is lost, even when a late reply says otherwise: somebody may have been told so.
            if (!_hasEnded && sentAt > _renewedAt && Terms?.IsOver(_clock.GetElapsedTime(_renewedAt)) is not true)
            {
                _renewedAt = sentAt;
                _timer?.Change(Remaining(), Timeout.InfiniteTimeSpan);
            }

            _isConfirmed = true;
        }

        _confirmed.Set();
    }

    /// <summary>Makes the call that ends the hold, or that fails.</summary>
    /// <param name="call">The call; true when it has ended the hold.</param>
    public async Task<bool> SettleAsync(Func<Task<bool>> call)
    {
        var isSettled = false;
        BeginSettling();
        try
        {
            return isSettled = await call();
        }
        finally
        {
            EndSettling(isSettled);
        }
    }

    /// <summary>The call that ends the hold begins.</summary>
    public void BeginSettling()
    {
        lock (_lock)
        {
            _isSettling = true;
        }
    }

    /// <summary>The call that ends the hold is over.</summary>
    /// <param name="isSettled">Whether it succeeded.</param>
    public void EndSettling(bool isSettled)
    {
        bool isLost;
        lock (_lock)
        {
            _isSettling = false;
            isLost = _isRefused && !isSettled;
        }

        if (isLost)
        {
            Lose();
        }
    }

    /// <summary>
    /// Notes that a renewal was refused: the lease is lost, unless the call that ends the hold is under way and succeeds.
    /// </summary>
    public void RenewalRefused()
    {
        lock (_lock)
        {
            _isRefused = true;
            if (_isSettling)
            {
                return;
            }
        }

        Lose();
    }

    /// <summary>Cancels the work under the lease.</summary>
    public void Lose()
    {
        lock (_lock)
        {
            if (_hasEnded)
            {
                return;
            }

            _hasEnded = true;
        }

        _lost.Cancel();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _hasEnded = true;
        }

        _timer?.Dispose();
    }

    private TimeSpan Remaining()
    {
        if (Terms is null)
        {
            return TimeSpan.MaxValue;
        }

        var left = Terms.Reliable - _clock.GetElapsedTime(_renewedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void LoseWhenOver()
    {
        lock (_lock)
        {
            // Renewed in this very moment, or a timer that fired early.
            if (Remaining() is var left && left > TimeSpan.Zero)
            {
                if (!_hasEnded)
                {
                    _timer?.Change(left + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                }

                return;
            }
        }

        Lose();
    }
}
