namespace Hevlayer.Workers;

/// <summary>What became of the rows of a worker's documents. Thread safe.</summary>
internal sealed class RowCounts
{
    private long _embedded;
    private long _written;
    private long _patched;
    private long _deleted;
    private long _unchanged;

    public long Embedded => Volatile.Read(ref _embedded);

    public long Written => Volatile.Read(ref _written);

    public long Patched => Volatile.Read(ref _patched);

    public long Deleted => Volatile.Read(ref _deleted);

    public long Unchanged => Volatile.Read(ref _unchanged);

    /// <summary>Texts were embedded.</summary>
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
