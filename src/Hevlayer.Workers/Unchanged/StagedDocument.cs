namespace Hevlayer.Workers;

/// <summary>A document as a producer stages it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Chunks">Its chunks in their order, at least one.</param>
public sealed record StagedDocument(string Id, IReadOnlyList<Chunk> Chunks);
