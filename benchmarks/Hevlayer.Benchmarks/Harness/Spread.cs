namespace Hevlayer.Benchmarks;

/// <summary>The middle half of some figures.</summary>
/// <param name="Low">A quarter of the figures is below.</param>
/// <param name="Median">Half of the figures is below.</param>
/// <param name="High">A quarter of the figures is above.</param>
internal readonly record struct Spread(double Low, double Median, double High)
{
    public static Spread Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return new(At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75));
    }

    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }
}
