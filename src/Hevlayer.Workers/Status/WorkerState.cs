namespace Hevlayer.Workers;

/// <summary>Where a worker is in its life.</summary>
public enum WorkerState
{
    /// <summary>It has not begun.</summary>
    NotStarted,

    /// <summary>It claims and works.</summary>
    Running,

    /// <summary>It finishes what it holds and claims nothing more.</summary>
    Draining,

    /// <summary>It has ended and holds nothing.</summary>
    Stopped,
}
