namespace Hevlayer.Workers;

/// <summary>What came of moving documents.</summary>
/// <param name="Moved">How many were moved.</param>
/// <param name="WasRepeated">Whether the call was made more than once, so that an earlier try may have moved the others.</param>
internal readonly record struct MoveReply(long Moved, bool WasRepeated);
