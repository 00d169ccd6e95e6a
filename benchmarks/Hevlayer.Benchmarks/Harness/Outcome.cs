namespace Hevlayer.Benchmarks;

/// <summary>What a contest at one concurrency has shown.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Concurrency">Calls under way at one time.</param>
/// <param name="FloorTime">The floor's time a call in microseconds; of use only beside figures of the same run.</param>
/// <param name="FloorBytes">Bytes a call that the floor allocates.</param>
/// <param name="Standings">The others.</param>
internal sealed record Outcome(string Name, int Concurrency, double FloorTime, double FloorBytes, IReadOnlyList<Standing> Standings)
{
    public static Outcome Of(Contest contest, int concurrency, IReadOnlyList<List<Sample>> samples)
    {
        var floor = samples[0];
        var floorBytes = Spread.Of(floor.Select(static sample => sample.Bytes)).Median;
        var standings = contest.Contenders.Zip(samples).Skip(1).Select(pair => new Standing(
            pair.First.Name,
            Spread.Of(pair.Second.Zip(floor, static (sample, low) => sample.Time / low.Time)),
            Spread.Of(pair.Second.Zip(floor, static (sample, low) => sample.Processor / low.Processor)),
            Spread.Of(pair.Second.Select(static sample => sample.Bytes)).Median - floorBytes));
        return new(contest.Name, concurrency, Spread.Of(floor.Select(static sample => sample.Time)).Median, floorBytes, [.. standings]);
    }
}
