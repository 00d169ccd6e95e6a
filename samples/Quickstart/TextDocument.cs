namespace Hevlayer.Quickstart;

/// <summary>What is staged in one call: a file, or a part of a large one.</summary>
/// <param name="Id">Id of the document.</param>
/// <param name="Chunks">Its chunks, at least one.</param>
internal sealed record TextDocument(string Id, IReadOnlyList<Chunk> Chunks);
