namespace Hevlayer.Workers;

/// <summary>Lets through one message a document at a time, in the order of arrival. Thread safe.</summary>
internal sealed class DocumentLanes
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    /// <summary>Documents that somebody works on or waits for.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _lanes.Count;
            }
        }
    }

    /// <summary>Takes a place in the lane before it first waits; who calls first, enters first.</summary>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="cancellationToken">Gives the place up.</param>
    public async Task EnterAsync(string documentId, CancellationToken cancellationToken)
    {
        var lane = Join(documentId);
        try
        {
            await lane.Gate.EnterAsync(1, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Part(documentId, lane);
            throw;
        }
    }

    public void Leave(string documentId)
    {
        Lane lane;
        lock (_lock)
        {
            lane = _lanes[documentId];
        }

        lane.Gate.Leave(1);
        Part(documentId, lane);
    }

    private Lane Join(string documentId)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(documentId, out var lane))
            {
                _lanes.Add(documentId, lane = new Lane());
            }

            lane.Users++;
            return lane;
        }
    }

    private void Part(string documentId, Lane lane)
    {
        lock (_lock)
        {
            if (--lane.Users == 0)
            {
                _lanes.Remove(documentId);
            }
        }
    }

    private sealed class Lane
    {
        public Gate Gate { get; } = new(1);

        public int Users { get; set; }
    }
}
