namespace Hevlayer.Workers;

/// <summary>Room in memory for what documents bring along, and how much of it the next one is expected to take. Thread safe.</summary>
/// <param name="limit">Most bytes of each kind.</param>
/// <param name="places">Places for documents that are worked on.</param>
/// <param name="isEmbedding">Whether the vectors are the worker's own to make room for.</param>
internal sealed class DocumentMemory(long limit, int places, bool isEmbedding)
{
    private const long TypicalDocument = 64 * 1024;

    // Until the first document has shown how large the model's vectors are.
    private const long TypicalVector = 1024 * sizeof(float);

    // Documents that wait for a place are few beside those that are worked on.
    private const int AheadShare = 4;

    private long _expectedChunks = TypicalDocument;
    private long _vectorBytes = isEmbedding ? TypicalVector : 0;

    /// <summary>Room for chunks.</summary>
    public Gate Chunks { get; } = new(limit);

    /// <summary>Room for vectors: a gate of its own, for who waits here holds its chunks and would wait for others that do.</summary>
    public Gate Vectors { get; } = new(limit);

    /// <summary>Room for the bodies of writes.</summary>
    public Gate Bodies { get; } = new(limit);

    /// <summary>Bytes that the chunks of the next document are expected to take.</summary>
    public long ExpectedChunks => Volatile.Read(ref _expectedChunks);

    /// <summary>Bytes that the vectors of so many chunks are expected to take.</summary>
    public long ExpectedVectors(int chunks) => chunks * Volatile.Read(ref _vectorBytes);

    /// <summary>Documents that are being read before they have a place.</summary>
    public Gate ReadsAhead { get; } = new(places);

    /// <summary>Whether documents that wait for a place take more than their share.</summary>
    public bool IsAheadFull => Chunks.Idle > limit / AheadShare;

    /// <summary>Room for chunks of a document that waits for a place; null when there is none.</summary>
    public IdleRoom? TryEnterAhead()
    {
        var expected = ExpectedChunks;
        return Chunks.TryEnterIdle(expected, limit / AheadShare) ? new(Chunks, expected) : null;
    }

    /// <summary>Notes how many bytes the chunks of a document take.</summary>
    public void SawChunks(long size)
    {
        var expected = ExpectedChunks;
        for (long before; (before = Interlocked.CompareExchange(ref _expectedChunks, ChunkSize.Expect(expected, size), expected)) != expected;)
        {
            expected = before;
        }
    }

    /// <summary>Notes how many bytes the vector of a chunk takes.</summary>
    public void SawVector(long bytes)
    {
        if (isEmbedding)
        {
            Volatile.Write(ref _vectorBytes, bytes);
        }
    }
}
