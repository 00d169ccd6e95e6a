namespace Hevlayer.Local;

/// <summary>Where a row is in the queue of a function.</summary>
internal enum ItemState
{
    /// <summary>Can be claimed.</summary>
    Ready,

    /// <summary>Waits for its next attempt.</summary>
    Waiting,

    /// <summary>A worker has it.</summary>
    Held,

    /// <summary>Given up.</summary>
    Failed,
}
