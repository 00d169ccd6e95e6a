namespace Hevlayer.Workers;

/// <summary>What came of moving documents.</summary>
/// <param name="Moved">How many were moved.</param>
/// <param name="WasRetried">Whether the call was made more than once, so that an earlier attempt may have moved the others.</param>
internal readonly record struct MoveReply(long Moved, bool WasRetried);
