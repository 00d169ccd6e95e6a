namespace Hevlayer.Workers;

/// <summary>What is to be done with a message at its end.</summary>
/// <param name="Rejection">How it is given back; null when it is acknowledged.</param>
/// <param name="Cause">What the rejection is counted under.</param>
internal sealed record MessageEnd(Rejection? Rejection, FaultKind Cause = FaultKind.Stopped)
{
    public static MessageEnd Acknowledge { get; } = new(Rejection: null);

    /// <summary>The worker ends, and had not begun with the message or not come to its end.</summary>
    public static MessageEnd HandBack { get; } = new(Rejection.ComeBack(Fault.Stopped.Reason, TimeSpan.Zero));

    public static MessageEnd PutAside(Fault fault) =>
        new(Rejection.DeadLetter(fault.Reason), fault.Kind);

    public static MessageEnd ComeBack(Fault fault, TimeSpan delay) =>
        new(Rejection.ComeBack(fault.Reason, delay), fault.Kind);
}
