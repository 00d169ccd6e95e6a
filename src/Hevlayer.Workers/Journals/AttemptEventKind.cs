namespace Hevlayer.Workers;

/// <summary>What happened to a document. The values stand in files: they never change.</summary>
internal enum AttemptEventKind
{
    /// <summary>An attempt begins.</summary>
    Begun = 'B',

    /// <summary>An attempt failed, and its process lives.</summary>
    Failed = 'F',

    /// <summary>Its result is stored, and only the completion is left.</summary>
    Stored = 'W',

    /// <summary>The document is indexed, failed, or moved on.</summary>
    Settled = 'S',

    /// <summary>This worker no longer holds the document.</summary>
    Released = 'R',

    /// <summary>The process that had the attempt open is gone.</summary>
    Died = 'D',

    /// <summary>What was known so far: the attempt is over.</summary>
    KeptClosed = 'c',

    /// <summary>What was known so far: the attempt is open.</summary>
    KeptOpen = 'o',

    /// <summary>What was known so far: the result of the attempt is stored.</summary>
    KeptStored = 's',

    /// <summary>What was known so far: the attempt was abandoned, and that is counted.</summary>
    KeptAbandoned = 'a',
}
