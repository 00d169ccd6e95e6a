namespace Hevlayer.Workers.Simulation;

/// <summary>A message in its queue.</summary>
internal sealed class QueuedMessage(int number, SimulatedMessage body)
{
    public int Number => number;

    public SimulatedMessage Body => body;

    /// <summary>Nobody receives it before.</summary>
    public TimeSpan HiddenUntil { get; set; }

    /// <summary>Tells one receipt from the others.</summary>
    public int Receipt { get; set; }

    public int ReceiveCount { get; set; }

    /// <summary>Whether it is acknowledged or a dead letter.</summary>
    public bool HasEnded { get; set; }

    /// <summary>When it was last dealt with.</summary>
    public TimeSpan EndedAt { get; set; }

    public string? DeadReason { get; set; }
}
