namespace Hevlayer.Quickstart;

/// <summary>What becomes of a document after a failure.</summary>
internal enum AfterFailure
{
    /// <summary>It goes back to the queue.</summary>
    Release,

    /// <summary>It is set aside as failed.</summary>
    Fail,

    /// <summary>The gateway refuses us: the whole run ends.</summary>
    EndRun,
}
