namespace Hevlayer.Workers;

/// <summary>Why somebody looks for rows that may be left.</summary>
internal enum LookCause
{
    /// <summary>The document is no longer ours.</summary>
    Lost,

    /// <summary>The document has ended, but perhaps by somebody else's call.</summary>
    InDoubt,

    /// <summary>The worker ends and has little time.</summary>
    Ending,
}
