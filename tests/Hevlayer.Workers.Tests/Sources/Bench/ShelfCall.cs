namespace Hevlayer.Workers.Tests.Sources;

/// <summary>One call that stages a document.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Chunks">Its chunks.</param>
/// <param name="From">When it was sent.</param>
internal sealed record ShelfCall(string DocumentId, IReadOnlyList<Chunk> Chunks, TimeSpan From)
{
    /// <summary>When it had ended, well or not; null while it goes on.</summary>
    public TimeSpan? Until { get; set; }

    public string Text => string.Join('|', Chunks.Select(static chunk => chunk.Text));
}
