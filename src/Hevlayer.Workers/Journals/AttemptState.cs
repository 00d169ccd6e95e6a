namespace Hevlayer.Workers;

/// <summary>Where the latest attempt at a document stands.</summary>
internal enum AttemptState
{
    /// <summary>It is over.</summary>
    Closed,

    /// <summary>It goes on.</summary>
    Open,

    /// <summary>
    /// Its result is stored, or rows of it or of an earlier one may still arrive; nothing of the document can kill the process
    /// any more.
    /// </summary>
    Stored,

    /// <summary>Its process died.</summary>
    Abandoned,
}
