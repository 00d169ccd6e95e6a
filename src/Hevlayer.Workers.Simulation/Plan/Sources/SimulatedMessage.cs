namespace Hevlayer.Workers.Simulation;

/// <summary>A message of a source queue, which says that there is a document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Fault">What is wrong with the message: null, poison, flaky, or no chunks for a body that cannot be read.</param>
internal sealed record SimulatedMessage(SimulatedDocument Document, SimulatedFault? Fault)
{
    /// <summary>Whether it is sent when all that were before it about its document have ended.</summary>
    public bool IsLater { get; init; }

    /// <summary>How long after those it is sent.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Whether it can never be staged and must end as a dead letter.</summary>
    public bool IsDoomed => Fault is SimulatedFault.Poison or SimulatedFault.NoChunks;
}
