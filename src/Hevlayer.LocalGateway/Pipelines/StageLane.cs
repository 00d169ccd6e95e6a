namespace Hevlayer.Local;

/// <summary>The documents of one stage: the free ones in claim order, and how many are held.</summary>
internal sealed class StageLane
{
    public SortedSet<QueuedDocument> Free { get; } = new(Comparer<QueuedDocument>.Create((x, y) => x.Order.CompareTo(y.Order)));

    public int Held { get; set; }

    public int Count => Free.Count + Held;
}
