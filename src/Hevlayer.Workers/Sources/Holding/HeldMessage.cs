using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers;

/// <summary>A message that this worker holds, under a lease where the source has such a thing. Thread safe.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source of the token has no timer to release, and a late call may still use it.")]
internal sealed class HeldMessage
{
    private readonly CancellationTokenSource _ended = new();
    private readonly Gate _confirmation = new(1);
    private int _isConfirmed = 1;

    /// <summary>Takes hold of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sentAt">Timestamp from before the receive was sent: the lease began no earlier.</param>
    /// <param name="sourceTimeout">Longest time for one call to the source.</param>
    /// <param name="clock">A clock that never goes back.</param>
    public HeldMessage(ReceivedMessage message, long sentAt, TimeSpan sourceTimeout, TimeProvider clock)
    {
        Message = message;
        DocumentId = message.Id;
        ReceivedAt = clock.GetTimestamp();
        CallLimit = sourceTimeout;
        if (message.Lease is not { } length)
        {
            return;
        }

        Terms = new LeaseTerms(length);
        CallLimit = TimeSpan.FromTicks(Math.Min(sourceTimeout.Ticks, Terms.CallLimit.Ticks));

        // A long poll may have waited longer than the lease lasts, and nobody knows when the message joined it. Such a
        // lease is renewed before anything rests on it.
        var isLate = clock.GetElapsedTime(sentAt) > Terms.Interval;
        Lease = new HeldDocument(message.Id, isLate ? ReceivedAt : sentAt, Terms, clock);
        if (isLate)
        {
            _isConfirmed = 0;
            _ = _confirmation.EnterAsync(1, CancellationToken.None);
        }
    }

    public ReceivedMessage Message { get; }

    /// <summary>The document's id, once it is known; until then, that of the message.</summary>
    public string DocumentId { get; set; }

    /// <summary>Timestamp of its arrival.</summary>
    public long ReceivedAt { get; }

    /// <summary>What is to be done with the message, once that is decided.</summary>
    public MessageEnd? Decision { get; set; }

    /// <summary>When to renew; null without a lease.</summary>
    public LeaseTerms? Terms { get; }

    /// <summary>The lease; null where the source has no such thing.</summary>
    public HeldDocument? Lease { get; }

    /// <summary>Longest time for one call to the source about this message.</summary>
    public TimeSpan CallLimit { get; }

    /// <summary>Lets through one call to the source at a time: a late renewal must not undo what settled the message.</summary>
    public Gate Calls { get; } = new(1);

    /// <summary>Cancelled when the message is lost.</summary>
    public CancellationToken Lost => Lease?.Lost ?? CancellationToken.None;

    /// <summary>Whether the message is ours now. Asks the clock: after a freeze, no timer may have run yet.</summary>
    public bool IsSafe => Lease?.IsSafe ?? true;

    /// <summary>Whether the lease can be relied on.</summary>
    public bool IsConfirmed => Volatile.Read(ref _isConfirmed) != 0;

    /// <summary>Cancelled when the message is no longer held.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Notes a renewal that succeeded.</summary>
    /// <param name="sentAt">Timestamp from before it was sent.</param>
    public void Renew(long sentAt)
    {
        Lease?.Renew(sentAt);
        if (Interlocked.Exchange(ref _isConfirmed, 1) == 0)
        {
            _confirmation.Leave(1);
        }
    }

    /// <summary>Ends when the lease can be relied on.</summary>
    /// <param name="cancellationToken">Ends the wait with an error.</param>
    public async Task WaitForConfirmationAsync(CancellationToken cancellationToken)
    {
        await _confirmation.EnterAsync(1, cancellationToken);
        _confirmation.Leave(1);
    }

    /// <summary>Cancels the work on the message.</summary>
    public void Lose() => Lease?.Lose();

    public void End()
    {
        _ended.Cancel();
        Lease?.Dispose();
    }
}
