namespace Hevlayer.Local;

/// <summary>A worker's hold on a document. Times are UTC ticks.</summary>
internal sealed class DocumentLease(string workerId, string fromStage, TimeSpan length, long now)
{
    public string WorkerId { get; } = workerId;

    public string FromStage { get; } = fromStage;

    public long Expires { get; private set; } = now + length.Ticks;

    public long Length => length.Ticks;

    // A heartbeat names no length, so it grants the claimed one again.
    public void Extend(long now) => Expires = now + length.Ticks;
}
