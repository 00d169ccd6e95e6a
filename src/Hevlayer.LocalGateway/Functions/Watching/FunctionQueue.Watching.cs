namespace Hevlayer.Local;

internal sealed partial class FunctionQueue
{
    private readonly WorkerBook _workers = new();

    public FunctionSight Look()
    {
        lock (_lock)
        {
            var now = CatchUp();
            return new FunctionSight(_udf, now, Count(now), [.. _workers.All]);
        }
    }

    /// <summary>Rows in the order in which they were queued, of one state where that is named.</summary>
    public IReadOnlyList<ItemSight> LookInto(ItemState? state, int limit)
    {
        lock (_lock)
        {
            CatchUp();
            return [.. _board.All.Where(item => state is null || item.State == state).Take(limit).Select(Sight)];
        }
    }

    public ItemSight? Look(string name, string id)
    {
        lock (_lock)
        {
            CatchUp();
            return _board.Find(name, id) is { } item ? Sight(item) : null;
        }
    }

    private static ItemSight Sight(FunctionItem item) =>
        new(item.Namespace, item.Id, item.State, item.Lease?.WorkerId, item.Lease?.Length.Ticks ?? 0, item.Due, item.Attempts, item.Reason);
}
