namespace Hevlayer.Benchmarks;

/// <summary>How much is measured.</summary>
/// <param name="Turn">About how long a turn takes.</param>
/// <param name="Rounds">Rounds, in each of which the loop and each choice have one turn.</param>
internal sealed record WorkerPlan(TimeSpan Turn, int Rounds)
{
    private const int Claim = 16;

    public static WorkerPlan Full { get; } = new(TimeSpan.FromSeconds(4), 7);

    public static WorkerPlan Quick { get; } = new(TimeSpan.FromSeconds(2), 3);

    /// <summary>Documents of a turn: as many as a rate allows, in whole claims, so that the last batch can be full.</summary>
    public int Documents(double rate) => Claim * (int)Math.Ceiling(rate * Turn.TotalSeconds / Claim);
}
