namespace Hevlayer.Workers;

/// <summary>What became of the rows of a worker's documents. Thread safe.</summary>
internal sealed class RowCounts
{
    private long _embedded;
    private long _written;
    private long _patched;
    private long _deleted;
    private long _unchanged;
    private long _unchangedDocuments;
    private long _chunks;
    private long _paid;
    private long _tokens;

    public long Embedded => Volatile.Read(ref _embedded);

    public long Written => Volatile.Read(ref _written);

    public long Patched => Volatile.Read(ref _patched);

    public long Deleted => Volatile.Read(ref _deleted);

    public long Unchanged => Volatile.Read(ref _unchanged);

    /// <summary>Documents for which nothing was to be written.</summary>
    public long UnchangedDocuments => Volatile.Read(ref _unchangedDocuments);

    /// <summary>Rows of the documents that were indexed, one for each chunk of an embedding worker's.</summary>
    public long Chunks => Volatile.Read(ref _chunks);

    /// <summary>A document is indexed.</summary>
    public void DocumentIndexed(long rows, bool isUnchanged)
    {
        Interlocked.Add(ref _chunks, rows);
        Interlocked.Add(ref _unchangedDocuments, isUnchanged ? 1 : 0);
    }

    /// <summary>Texts that the generator has embedded, whatever became of them.</summary>
    public long Paid => Volatile.Read(ref _paid);

    /// <summary>Their tokens.</summary>
    public long Tokens => Volatile.Read(ref _tokens);

    /// <summary>The generator has embedded a batch.</summary>
    public void AddBatch(EmbeddedBatch batch)
    {
        Interlocked.Add(ref _paid, batch.Texts);
        Interlocked.Add(ref _tokens, batch.Tokens);
    }

    /// <summary>Texts of a document were embedded.</summary>
    public void AddEmbedded(int texts) => Interlocked.Add(ref _embedded, texts);

    /// <summary>The rows of a document are as they should be.</summary>
    /// <param name="written">Rows that were written whole.</param>
    /// <param name="patched">Rows whose attributes were changed.</param>
    /// <param name="deleted">Rows that were deleted.</param>
    /// <param name="unchanged">Rows that were right already.</param>
    public void Add(long written, long patched, long deleted, long unchanged)
    {
        Interlocked.Add(ref _written, written);
        Interlocked.Add(ref _patched, patched);
        Interlocked.Add(ref _deleted, deleted);
        Interlocked.Add(ref _unchanged, unchanged);
    }
}
