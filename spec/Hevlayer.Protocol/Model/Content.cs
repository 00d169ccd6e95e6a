namespace Hevlayer.Protocol;

/// <summary>What was staged of a document, and which rows it becomes.</summary>
internal enum Content
{
    None,

    /// <summary>Two chunks.</summary>
    First,

    /// <summary>Staged later: one chunk, under the id of the first one's first chunk.</summary>
    Second,

    /// <summary>Deleted by its producer: staged without chunks.</summary>
    Empty,
}
