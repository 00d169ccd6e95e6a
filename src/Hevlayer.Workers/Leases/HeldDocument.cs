namespace Hevlayer.Workers;

/// <summary>A document that this worker holds under a lease. Thread safe.</summary>
internal sealed class HeldDocument : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly TimeProvider _clock;
    private readonly LeaseTerms _terms;
    private readonly ITimer _timer;
    private long _renewedAt;
    private bool _ended;
    private bool _isSettling;
    private bool _isGone;

    /// <summary>Takes hold of a document.</summary>
    /// <param name="id">Id of the document.</param>
    /// <param name="claimedAt">Timestamp from before the claim was sent: the lease began no earlier.</param>
    /// <param name="terms">The lease.</param>
    /// <param name="clock">A clock that never goes back.</param>
    public HeldDocument(string id, long claimedAt, LeaseTerms terms, TimeProvider clock)
    {
        Id = id;
        Lost = _lost.Token;
        ClaimedAt = _renewedAt = claimedAt;
        _terms = terms;
        _clock = clock;
        _timer = clock.CreateTimer(static state => ((HeldDocument)state!).LoseWhenOver(), this, TimeLeft, Timeout.InfiniteTimeSpan);
    }

    public string Id { get; }

    /// <summary>Timestamp from before the claim was sent.</summary>
    public long ClaimedAt { get; }

    /// <summary>Who holds it, as the gateway knows it: this claim of this worker, and no other.</summary>
    public string Holder { get; init; } = string.Empty;

    /// <summary>What earlier processes did with the documents of its claim; null where nobody writes that down.</summary>
    public Task<IReadOnlyDictionary<string, AttemptHistory>>? Histories { get; init; }

    /// <summary>Cancelled when the lease is lost: the document is another worker's then, and our result is not wanted.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Whether a call that was to end the hold was answered, but not for whom: the index of stages must tell.</summary>
    public bool IsEndUnknown { get; set; }

    /// <summary>
    /// Whether the call that ends the hold is under way. Its success takes the document out of its stage, which a heartbeat
    /// cannot tell from a lost lease.
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
                var left = _terms.Reliable - _clock.GetElapsedTime(_renewedAt);
                return Lost.IsCancellationRequested || left < TimeSpan.Zero ? TimeSpan.Zero : left;
            }
        }
    }

    /// <summary>Time since the last heartbeat that succeeded was sent.</summary>
    public TimeSpan HeartbeatAge
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

    /// <summary>Notes a heartbeat that succeeded.</summary>
    /// <param name="sentAt">Timestamp from before it was sent.</param>
    public void Renew(long sentAt)
    {
        lock (_lock)
        {
            // What was over is lost, even when a late reply says otherwise: somebody may have been told so.
            if (!_ended && sentAt > _renewedAt && !_terms.IsOver(_clock.GetElapsedTime(_renewedAt)))
            {
                _renewedAt = sentAt;
                _timer.Change(Positive(_terms.Reliable - _clock.GetElapsedTime(sentAt)), Timeout.InfiniteTimeSpan);
            }
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
            isLost = _isGone && !isSettled;
        }

        if (isLost)
        {
            Lose();
        }
    }

    /// <summary>
    /// Notes that the gateway no longer counts the document as held: it is lost, unless the call that ends the hold is under
    /// way and succeeds.
    /// </summary>
    public void SeeGone()
    {
        lock (_lock)
        {
            _isGone = true;
            if (_isSettling)
            {
                return;
            }
        }

        Lose();
    }

    /// <summary>Cancels the work on the document.</summary>
    public void Lose()
    {
        lock (_lock)
        {
            if (_ended)
            {
                return;
            }

            _ended = true;
        }

        _lost.Cancel();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
        }

        // The source of the token has no timer and nothing else to release; a late Lose may still use it.
        _timer.Dispose();
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    private void LoseWhenOver()
    {
        if (IsSafe)
        {
            // Renewed in this very moment, or a timer that fired early.
            lock (_lock)
            {
                if (!_ended)
                {
                    _timer.Change(TimeSpan.FromMilliseconds(1) + Positive(_terms.Reliable - _clock.GetElapsedTime(_renewedAt)), Timeout.InfiniteTimeSpan);
                }
            }

            return;
        }

        Lose();
    }
}
