namespace Hevlayer.Quickstart;

/// <summary>Documents indexed per second over the last seconds.</summary>
internal sealed class RateMeter(TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly Queue<(long At, long Count)> _samples = new([(clock.GetTimestamp(), 0)]);

    /// <summary>Takes a count and gives the rate since the start of the window.</summary>
    public double Next(long count)
    {
        var now = clock.GetTimestamp();
        while (_samples.Count > 1 && clock.GetElapsedTime(_samples.Peek().At, now) > Window)
        {
            _samples.Dequeue();
        }

        var (at, before) = _samples.Peek();
        _samples.Enqueue((now, count));
        var seconds = clock.GetElapsedTime(at, now).TotalSeconds;
        return seconds > 0 ? (count - before) / seconds : 0;
    }
}
