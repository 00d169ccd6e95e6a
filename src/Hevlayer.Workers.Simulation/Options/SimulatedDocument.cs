namespace Hevlayer.Workers.Simulation;

/// <summary>A document of a history.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Chunks">Its chunks.</param>
/// <param name="Fault">What is wrong with it; null for nothing.</param>
/// <param name="FaultyAttempts">How often that shows, over all workers; without end where it never passes.</param>
public sealed record SimulatedDocument(string Id, IReadOnlyList<Chunk> Chunks, SimulatedFault? Fault = null, int FaultyAttempts = int.MaxValue)
{
    /// <summary>Whether it was staged as deleted; it has no chunks then.</summary>
    internal bool IsDeleted { get; init; }

    /// <summary>What is staged for it.</summary>
    internal IReadOnlyList<Chunk> Staged => IsDeleted ? Deletion.ChunksOf(Id) : Chunks;

    /// <summary>Whether it can never be indexed and must end as failed.</summary>
    internal bool IsDoomed => Fault is SimulatedFault.LostChunks or SimulatedFault.NoChunks || (Fault is not null && FaultyAttempts == int.MaxValue);
}
