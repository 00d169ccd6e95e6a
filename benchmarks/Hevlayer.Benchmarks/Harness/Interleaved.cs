using System.Diagnostics;

namespace Hevlayer.Benchmarks;

/// <summary>
/// Runs the contenders of a contest in turns, in an order that changes each round, so that whatever slows the machine for
/// a while slows all of them.
/// </summary>
internal static class Interleaved
{
    public static async Task<Outcome> RunAsync(Contest contest, int concurrency, TurnPlan plan, Random random)
    {
        foreach (var contender in contest.Contenders)
        {
            await ForAsync(contender, concurrency, plan.WarmUp);
        }

        var calls = Math.Max(concurrency, await ForAsync(contest.Contenders[0], concurrency, plan.Turn));
        var samples = contest.Contenders.Select(_ => new List<Sample>(plan.Rounds)).ToList();
        var order = Enumerable.Range(0, contest.Contenders.Count).ToArray();
        for (var round = 0; round < plan.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                samples[index].Add(await TurnAsync(contest.Contenders[index], concurrency, calls));
            }
        }

        return Outcome.Of(contest, concurrency, samples);
    }

    private static async Task<int> ForAsync(Contender contender, int concurrency, TimeSpan time)
    {
        var begin = Stopwatch.GetTimestamp();
        var calls = 0;
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(begin) < time)
            {
                await contender.CallAsync();
                Interlocked.Increment(ref calls);
            }
        }));
        return calls;
    }

    private static async Task<Sample> TurnAsync(Contender contender, int concurrency, int calls)
    {
        // What the one before has left is not this one's to collect.
        GC.Collect();
        var left = calls;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var begin = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await contender.CallAsync();
            }
        }));
        var time = Stopwatch.GetElapsedTime(begin);
        return new(
            time.TotalMicroseconds / calls,
            (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / calls,
            (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)calls);
    }
}
