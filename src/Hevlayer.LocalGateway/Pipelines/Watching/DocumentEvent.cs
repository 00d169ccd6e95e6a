namespace Hevlayer.Local;

/// <summary>What happens to a document.</summary>
internal enum DocumentEvent
{
    /// <summary>Its chunks were staged for the first time.</summary>
    Staged,

    /// <summary>Its chunks were staged again while nobody held it.</summary>
    StagedAgain,

    /// <summary>Its chunks were staged again while a worker held it.</summary>
    StagedWhileHeld,

    /// <summary>It was made by a stage change, without chunks.</summary>
    Created,

    /// <summary>A worker claimed it.</summary>
    Claimed,

    /// <summary>Its holder renewed the lease.</summary>
    Renewed,

    /// <summary>Its lease ran out.</summary>
    Expired,

    /// <summary>It was released to the stage that it was claimed from.</summary>
    Released,

    /// <summary>It was moved to another stage.</summary>
    Moved,

    /// <summary>Its vectors were written, or it was moved to indexed.</summary>
    Indexed,

    /// <summary>It was moved to failed.</summary>
    Failed,

    /// <summary>A read of its chunks found them missing.</summary>
    ReadFailed,
}
