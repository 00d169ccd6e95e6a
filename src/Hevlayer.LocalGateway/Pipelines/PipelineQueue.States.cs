namespace Hevlayer.Local;

internal sealed partial class PipelineQueue
{
    /// <summary>Where each document is, and who holds it.</summary>
    public IReadOnlyList<DocumentState> States()
    {
        lock (_lock)
        {
            ReturnExpired();
            return [.. _board.All.Select(static document => new DocumentState(document.Id, document.Stage, document.Lease?.WorkerId))];
        }
    }

    /// <summary>When the next lease runs out, in UTC ticks; null when nothing is held.</summary>
    public long? NextDue()
    {
        lock (_lock)
        {
            ReturnExpired();
            return _leases.Next();
        }
    }
}
