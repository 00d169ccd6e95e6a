namespace Hevlayer.Local;

/// <summary>How many documents became indexed in the last minute, in whole seconds. Not thread safe.</summary>
internal sealed class IndexedRate
{
    public const int WindowSeconds = 60;

    private readonly int[] _perSecond = new int[WindowSeconds];
    private long _newest = long.MinValue;

    public void Add(long nowTicks)
    {
        MoveTo(nowTicks / TimeSpan.TicksPerSecond);
        _perSecond[_newest % WindowSeconds]++;
    }

    public double PerMinute(long nowTicks)
    {
        MoveTo(nowTicks / TimeSpan.TicksPerSecond);
        return _perSecond.Sum() * 60.0 / WindowSeconds;
    }

    private void MoveTo(long second)
    {
        var first = Math.Max(_newest + 1, second - WindowSeconds + 1);
        for (var stale = first; stale <= second; stale++)
        {
            _perSecond[stale % WindowSeconds] = 0;
        }

        _newest = Math.Max(_newest, second);
    }
}
