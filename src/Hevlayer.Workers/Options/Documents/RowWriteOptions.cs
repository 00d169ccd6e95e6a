namespace Hevlayer.Workers;

/// <summary>
/// How rows of several documents share a write. A write is made when it is full (<see cref="MaxRows"/>,
/// <see cref="DocumentWorkerOptions.MaxWriteBytes"/>), when its first document has waited for <see cref="MaxDelay"/>, or when
/// no document is worked on that could bring more. A write that the gateway refuses is split, so that one bad row cannot fail
/// other documents. Read with <see cref="RowRoute.Guarded"/> alone.
/// </summary>
public sealed class RowWriteOptions
{
    /// <summary>
    /// Most rows that documents bring into a write together; 1 gives each document writes of its own. A document with more is
    /// written by itself.
    /// </summary>
    /// <value>Default: 1,000.</value>
    public int MaxRows { get; set; } = 1_000;

    /// <summary>
    /// How long the rows of a document may wait for those of others. Zero waits for nobody; what comes while all writes are
    /// under way is written together even so.
    /// </summary>
    /// <value>Default: 50 milliseconds; at most 1 minute.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Most writes at one time. While the store refuses them for want of room (429), it is halved, down to one, and rises
    /// again by one for each round of writes that go well.
    /// </summary>
    /// <value>Default: 4.</value>
    public int MaxConcurrent { get; set; } = 4;

    internal RowWriteOptions Copy() => (RowWriteOptions)MemberwiseClone();
}
