namespace Hevlayer.Workers;

/// <summary>
/// One quota, spent evenly. What is taken beyond what was saved up is owed, and paid before the next is taken. Its budget's
/// lock guards it.
/// </summary>
internal sealed class PacedQuota
{
    // Less than that is an error of rounding.
    private const double Slack = 1e-6;

    private readonly double _limit;
    private readonly TimeSpan _burst;
    private double _level;

    /// <param name="limit">Units a second; infinite where nobody said.</param>
    /// <param name="burst">How much may be saved up.</param>
    public PacedQuota(double limit, TimeSpan burst)
    {
        (_limit, _burst, Rate) = (limit, burst, limit);
        _level = IsPaced ? Capacity : 0;
    }

    /// <summary>Units a second now.</summary>
    public double Rate { get; private set; }

    public bool IsPaced => double.IsFinite(Rate);

    private double Capacity => Math.Max(1, Rate * _burst.TotalSeconds);

    public void Refill(TimeSpan passed)
    {
        if (IsPaced && passed > TimeSpan.Zero)
        {
            _level = Math.Min(Capacity, _level + (Rate * passed.TotalSeconds));
        }
    }

    /// <summary>Time until so much may be taken.</summary>
    public TimeSpan WaitFor(double need)
    {
        var missing = IsPaced ? Math.Min(need, Capacity) - _level : 0;
        return missing <= Slack ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(missing / Rate, 86_400));
    }

    public void Take(double units) => _level -= IsPaced ? units : 0;

    /// <summary>The provider has no more than this left.</summary>
    public void Drain(double need) => _level = Math.Min(_level, Math.Min(need, IsPaced ? Capacity : 0));

    /// <summary>Goes slower or faster, never beyond the limit.</summary>
    public void Change(double factor) => Rate = Math.Min(_limit, Rate * factor);

    /// <summary>Takes on a rate that the provider was seen to give.</summary>
    public void Learn(double rate) => (Rate, _level) = (Math.Min(_limit, rate), 0);
}
