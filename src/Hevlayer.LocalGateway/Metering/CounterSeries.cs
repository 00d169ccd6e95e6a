namespace Hevlayer.Local;

/// <summary>A number that only grows, with what it was before: exact to ten seconds, and coarser the longer ago. Thread safe.</summary>
internal sealed class CounterSeries
{
    private const int MostPoints = 10_000;

    private static readonly long Step = TimeSpan.FromSeconds(10).Ticks;

    private readonly Lock _lock = new();
    private List<(long Ticks, long Total)> _points = [];

    public void Add(long amount, long nowTicks)
    {
        lock (_lock)
        {
            var last = _points.Count > 0 ? _points[^1] : default;
            if (_points.Count > 0 && nowTicks / Step <= last.Ticks / Step)
            {
                _points[^1] = (Math.Max(last.Ticks, nowTicks), last.Total + amount);
                return;
            }

            if (_points.Count == MostPoints)
            {
                // Every second point of the older half goes.
                _points = [.. _points.Where((_, place) => place > MostPoints / 2 || place % 2 == 0)];
            }

            _points.Add((nowTicks, last.Total + amount));
        }
    }

    /// <summary>The number as it was at a moment; 0 before it began.</summary>
    public long At(long ticks)
    {
        lock (_lock)
        {
            var after = _points.BinarySearch((ticks, long.MaxValue));
            var place = (after < 0 ? ~after : after + 1) - 1;
            return place < 0 ? 0 : _points[place].Total;
        }
    }
}
