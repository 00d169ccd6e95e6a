namespace Hevlayer.Workers;

/// <summary>What became of documents that a producer had.</summary>
/// <param name="Staged">Documents that were staged.</param>
/// <param name="Unchanged">Documents that were left as they are: the index has all that they say.</param>
public sealed record StageChangedReport(long Staged, long Unchanged);
