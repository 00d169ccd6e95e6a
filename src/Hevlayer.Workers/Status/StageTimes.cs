namespace Hevlayer.Workers;

/// <summary>Adds up how long the stages of the work take. Thread safe.</summary>
internal sealed class StageTimes
{
    private readonly Lock _lock = new();
    private readonly StageTime[] _times = [.. Enum.GetValues<WorkStage>().Select(static stage => new StageTime { Stage = stage })];

    /// <summary>The stages that took any time so far.</summary>
    public IReadOnlyList<StageTime> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _times.Where(static time => time.Count > 0)];
            }
        }
    }

    /// <summary>A stage has taken its time once.</summary>
    public void Add(WorkStage stage, TimeSpan time)
    {
        lock (_lock)
        {
            var before = _times[(int)stage];
            _times[(int)stage] = before with
            {
                Count = before.Count + 1,
                TotalSeconds = before.TotalSeconds + time.TotalSeconds,
                LongestSeconds = Math.Max(before.LongestSeconds, time.TotalSeconds),
            };
        }
    }
}
