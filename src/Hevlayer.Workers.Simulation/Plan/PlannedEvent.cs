namespace Hevlayer.Workers.Simulation;

/// <summary>Something that happens in a history.</summary>
/// <param name="At">When.</param>
/// <param name="Fault">What.</param>
/// <param name="Target">A number that says whom it hits.</param>
/// <param name="Length">How long it lasts, or how far it goes.</param>
internal sealed record PlannedEvent(TimeSpan At, SimulatedFault Fault, int Target, TimeSpan Length)
{
    /// <summary>When it is over.</summary>
    public TimeSpan End => Fault == SimulatedFault.ClockJump ? At : At + Length;
}
