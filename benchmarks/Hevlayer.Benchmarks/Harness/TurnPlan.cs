namespace Hevlayer.Benchmarks;

/// <summary>How long is measured.</summary>
/// <param name="WarmUp">Time that each contender runs before anything counts.</param>
/// <param name="Turn">Time that one turn of the floor takes; the others make as many calls.</param>
/// <param name="Rounds">Rounds, in each of which every contender has one turn.</param>
internal sealed record TurnPlan(TimeSpan WarmUp, TimeSpan Turn, int Rounds)
{
    public static TurnPlan Full { get; } = new(TimeSpan.FromMilliseconds(1000), TimeSpan.FromMilliseconds(60), 31);

    public static TurnPlan Quick { get; } = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(30), 15);
}
