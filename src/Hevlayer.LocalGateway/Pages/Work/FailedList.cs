namespace Hevlayer.Local;

/// <summary>The page of failed documents.</summary>
internal sealed record FailedList(IReadOnlyList<FailedGroup> Groups);
