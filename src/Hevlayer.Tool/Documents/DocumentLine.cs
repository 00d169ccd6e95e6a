namespace Hevlayer.Tool;

/// <summary>A document in a file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Chunks">The texts of its chunks, in their order.</param>
/// <param name="Deleted">Whether it is deleted, and has no chunks.</param>
internal sealed record DocumentLine(string Id, IReadOnlyList<string?>? Chunks = null, bool Deleted = false);
