namespace Hevlayer.Workers;

/// <summary>Why an attempt failed.</summary>
/// <param name="Kind">Whose fault it is.</param>
/// <param name="Reason">In words for an operator.</param>
/// <param name="Exception">What was thrown, if anything.</param>
internal sealed record Fault(FaultKind Kind, string Reason, Exception? Exception = null)
{
    /// <summary>Whether a retry is pointless.</summary>
    public bool IsFinal { get; init; } = Kind is FaultKind.Rejected or FaultKind.Crashed;

    public static Fault LeaseLost { get; } = new(FaultKind.LeaseLost, "The lease is lost.");

    public static Fault Stopped { get; } = new(FaultKind.Stopped, "The worker is shutting down.");
}
