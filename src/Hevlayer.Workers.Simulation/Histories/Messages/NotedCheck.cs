namespace Hevlayer.Workers.Simulation;

/// <summary>A source worker's question whether a document has changed, with a note of each that has not.</summary>
internal sealed class NotedCheck(IUnchangedCheck check, SourceNotes notes) : IUnchangedCheck
{
    public async Task<bool> IsUnchangedAsync(string documentId, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        var isUnchanged = await check.IsUnchangedAsync(documentId, chunks, cancellationToken);
        if (isUnchanged)
        {
            notes.Skipped(documentId, chunks);
        }

        return isUnchanged;
    }
}
