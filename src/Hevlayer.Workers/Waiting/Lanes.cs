namespace Hevlayer.Workers;

/// <summary>Admits one item of a key at a time, in the order of arrival. Thread safe.</summary>
internal sealed class Lanes
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    /// <summary>Takes a place in the lane before it first waits; who calls first, enters first.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Gives the place up.</param>
    public async Task EnterAsync(string key, CancellationToken cancellationToken)
    {
        var lane = Join(key);
        try
        {
            await lane.Gate.EnterAsync(1, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Part(key, lane);
            throw;
        }
    }

    public void Leave(string key)
    {
        Lane lane;
        lock (_lock)
        {
            lane = _lanes[key];
        }

        lane.Gate.Leave(1);
        Part(key, lane);
    }

    private Lane Join(string key)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(key, out var lane))
            {
                _lanes.Add(key, lane = new Lane());
            }

            lane.Users++;
            return lane;
        }
    }

    private void Part(string key, Lane lane)
    {
        lock (_lock)
        {
            if (--lane.Users == 0)
            {
                _lanes.Remove(key);
            }
        }
    }

    private sealed class Lane
    {
        public Gate Gate { get; } = new(1);

        public int Users { get; set; }
    }
}
