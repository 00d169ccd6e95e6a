namespace Hevlayer.Local;

internal sealed partial class FunctionQueue
{
    /// <summary>Where each row of the queue is; rows that are done are not in it.</summary>
    public IReadOnlyList<QueuedRow> States()
    {
        lock (_lock)
        {
            CatchUp();
            return [.. _board.All.Select(static item => new QueuedRow(item.Namespace, item.Id, item.Version, item.State, item.Lease?.WorkerId, item.Reason))];
        }
    }
}
