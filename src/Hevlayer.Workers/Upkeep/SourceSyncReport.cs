namespace Hevlayer.Workers;

/// <summary>What a synchronization with a source found.</summary>
/// <param name="Known">Documents that have rows in the index.</param>
/// <param name="Vanished">Those of them that the source does not have any more: deleted, or with a dry run, to be deleted.</param>
public sealed record SourceSyncReport(long Known, IReadOnlyList<string> Vanished);
