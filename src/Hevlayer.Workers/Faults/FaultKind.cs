namespace Hevlayer.Workers;

/// <summary>Whose fault it is that an attempt failed.</summary>
internal enum FaultKind
{
    /// <summary>The document's: no retry can succeed.</summary>
    Rejected,

    /// <summary>The document's: its workers died while they worked on it.</summary>
    Crashed,

    /// <summary>The handler's; another attempt may succeed.</summary>
    Handler,

    /// <summary>The handler's, which did not end in its time.</summary>
    TimedOut,

    /// <summary>The gateway's or the vector store's; a retry may succeed.</summary>
    Gateway,

    /// <summary>The document's, as the gateway says; it counts when the gateway says so again.</summary>
    Refused,

    /// <summary>Nobody's: the lease is lost.</summary>
    LeaseLost,

    /// <summary>Nobody's: the worker ends.</summary>
    Stopped,
}
