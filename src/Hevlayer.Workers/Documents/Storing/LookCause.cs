namespace Hevlayer.Workers;

/// <summary>Why somebody looks for rows that may be left.</summary>
internal enum LookCause
{
    /// <summary>The document is no longer ours.</summary>
    Lost,

    /// <summary>The document has ended, but perhaps by somebody else's call.</summary>
    InDoubt,

    /// <summary>The worker ends: there is time for a call or two.</summary>
    Ending,
}
