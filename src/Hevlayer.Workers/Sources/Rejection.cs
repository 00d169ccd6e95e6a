namespace Hevlayer.Workers;

/// <summary>Why a worker rejects a message, and what becomes of it.</summary>
public sealed record Rejection
{
    private Rejection(string reason, bool isDeadLetter, TimeSpan delay)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Reason = reason;
        IsDeadLetter = isDeadLetter;
        Delay = delay;
    }

    /// <summary>Why, in words for an operator; no text of the document.</summary>
    public string Reason { get; }

    /// <summary>Whether the message is rejected permanently, to the dead letters if the source has them.</summary>
    public bool IsDeadLetter { get; }

    /// <summary>After which time the message may come back; zero for at once, and for one that does not come back.</summary>
    public TimeSpan Delay { get; }

    /// <summary>The message is rejected permanently.</summary>
    /// <param name="reason">Why, in words for an operator; no text of the document.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public static Rejection DeadLetter(string reason) => new(reason, isDeadLetter: true, TimeSpan.Zero);

    /// <summary>The message is returned to the source, to be received again.</summary>
    /// <param name="reason">Why, in words for an operator; no text of the document.</param>
    /// <param name="delay">After which time; zero for at once.</param>
    /// <exception cref="ArgumentException">There is no reason, or the time is negative.</exception>
    public static Rejection ComeBack(string reason, TimeSpan delay) => new(reason, isDeadLetter: false, delay);
}
