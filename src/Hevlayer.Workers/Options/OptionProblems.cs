namespace Hevlayer.Workers;

/// <summary>Checks of values that the options of all workers have.</summary>
internal static class OptionProblems
{
    /// <summary>The longest time that a timer takes.</summary>
    public static readonly TimeSpan LongestTime = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    public static IEnumerable<string> OfTimes(params ReadOnlySpan<(string Name, TimeSpan Value)> times)
    {
        var problems = new List<string>();
        foreach (var (name, value) in times)
        {
            if (value <= TimeSpan.Zero || value > LongestTime)
            {
                problems.Add($"{name} is {value}; it must be more than zero and at most 49 days.");
            }
        }

        return problems;
    }

    public static IEnumerable<string> OfCounts(params ReadOnlySpan<(string Name, long Value)> counts)
    {
        var problems = new List<string>();
        foreach (var (name, value) in counts)
        {
            if (value < 1)
            {
                problems.Add($"{name} is {value} and must be at least 1.");
            }
        }

        return problems;
    }

    /// <summary>What is wrong with a pause that grows.</summary>
    /// <param name="first">Name and value of the first pause.</param>
    /// <param name="longest">Name and value of the longest.</param>
    public static IEnumerable<string> OfGrowingPause((string Name, TimeSpan Value) first, (string Name, TimeSpan Value) longest)
    {
        foreach (var problem in OfTimes(first))
        {
            yield return problem;
        }

        if (longest.Value < first.Value || longest.Value > LongestTime)
        {
            yield return $"{longest.Name} is {longest.Value}; it must be at least {first.Name}, which is {first.Value}, and at most 49 days.";
        }
    }

    public static IEnumerable<string> OfShutdown(WorkerShutdownOptions shutdown)
    {
        foreach (var (name, value) in ((string, TimeSpan)[])
            [(nameof(shutdown.DrainTime), shutdown.DrainTime), (nameof(shutdown.CancelGrace), shutdown.CancelGrace), (nameof(shutdown.ReleaseTime), shutdown.ReleaseTime)])
        {
            if (value < TimeSpan.Zero || value > TimeSpan.FromDays(1))
            {
                yield return $"Shutdown.{name} is {value}; it must be from zero to one day.";
            }
        }
    }
}
