namespace Hevlayer.Local;

/// <summary>What is due next, in all parts of a gateway.</summary>
internal sealed class DueBook(GatewayState state, TimeProvider clock)
{
    /// <summary>The next thing of each part, the earliest first.</summary>
    public IReadOnlyList<DueThing> All => [.. Things().OrderBy(thing => thing.At)];

    public DueThing? Next => All is [var first, ..] ? first : null;

    private IEnumerable<DueThing> Things()
    {
        foreach (var pipeline in state.Pipelines.All())
        {
            if (state.Pipelines.Find(pipeline.Id)?.NextDue() is { } due)
            {
                yield return At(due, $"a lease in the pipeline '{pipeline.Id}' runs out");
            }
        }

        foreach (var function in state.Functions.All())
        {
            if (state.Functions.Find(function.Id)?.NextDue() is { } due)
            {
                yield return At(due, $"a lease or a wait of the function '{function.Id}' ends, or a sweep begins");
            }
        }

        if (clock is LocalClock { NextTimer: { } timer })
        {
            yield return new DueThing(timer, "a delay by a fault ends");
        }
    }

    private static DueThing At(long ticks, string what) => new(new DateTimeOffset(ticks, TimeSpan.Zero), what);
}
