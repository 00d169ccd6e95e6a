namespace Hevlayer.Workers;

/// <summary>Reads the chunks of a held document.</summary>
internal sealed class ChunkReader(DocumentParts parts, HeldDocument held)
{
    /// <summary>Its chunks, as they are now.</summary>
    public async Task<IReadOnlyList<Chunk>> ReadAsync(CancellationToken cancellationToken)
    {
        var started = parts.Clock.GetTimestamp();
        var chunks = await parts.Gateway.GetChunksAsync(held.Id, () => held.Lease.IsSafe, cancellationToken);
        parts.Progress.Times.Add(WorkStage.Read, parts.Clock.GetElapsedTime(started));
        return chunks;
    }
}
