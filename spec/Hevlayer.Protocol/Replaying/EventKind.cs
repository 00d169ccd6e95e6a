namespace Hevlayer.Protocol;

/// <summary>What somebody who watches the gateway and the processes sees.</summary>
internal enum EventKind
{
    /// <summary>A producer stages a document, for the first time or again.</summary>
    Stage,

    /// <summary>A producer stages it without chunks.</summary>
    Delete,

    /// <summary>A claim is granted.</summary>
    Claim,

    /// <summary>A lease is renewed.</summary>
    Renew,

    /// <summary>A renewal is refused.</summary>
    RenewRefused,

    /// <summary>All rows of a write are taken.</summary>
    Write,

    /// <summary>Newer rows keep some of a write out.</summary>
    WriteKeptOut,

    /// <summary>A completion takes effect.</summary>
    Complete,

    /// <summary>A failure takes effect.</summary>
    Fail,

    /// <summary>A release takes effect.</summary>
    Release,

    /// <summary>A completion, failure or release is refused: the document is not the caller's.</summary>
    EndRefused,

    /// <summary>An indexed document is pending again, for rows that came late.</summary>
    PutBack,

    /// <summary>The gateway ends a lease because its time is over.</summary>
    Expire,

    /// <summary>A process dies.</summary>
    Crash,

    /// <summary>A process stands still.</summary>
    Freeze,

    /// <summary>A process that stood still goes on.</summary>
    Thaw,
}
