namespace Hevlayer.Workers;

/// <summary>Whose fault it is that an attempt failed.</summary>
internal enum FaultKind
{
    /// <summary>The document's, for good.</summary>
    Rejected,

    /// <summary>The document's, for good: its workers died at it.</summary>
    Crashed,

    /// <summary>The handler's; another attempt may succeed.</summary>
    Handler,

    /// <summary>The handler's, which did not end in its time.</summary>
    TimedOut,

    /// <summary>The gateway's or the vector store's; transient.</summary>
    Gateway,

    /// <summary>The document's, as the gateway says; a retry shows whether it means it.</summary>
    Refused,

    /// <summary>Nobody's: the document is no longer this worker's.</summary>
    LeaseLost,

    /// <summary>Nobody's: the worker ends.</summary>
    Stopped,
}
