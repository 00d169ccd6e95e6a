namespace Hevlayer.Benchmarks;

/// <summary>An axis from zero, with marks at round numbers.</summary>
/// <param name="Step">From one mark to the next.</param>
/// <param name="Steps">How many there are above zero.</param>
internal readonly record struct ScaleAxis(double Step, int Steps)
{
    private const int MostSteps = 5;

    private static readonly double[] Round = [1, 2, 2.5, 5, 10];

    public double Length => Step * Steps;

    /// <summary>The shortest axis that a figure has room on, with few marks.</summary>
    public static ScaleAxis For(double largest)
    {
        var least = largest / MostSteps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var step = Round.First(round => round * power >= least * 0.999999) * power;
        return new(step, (int)Math.Ceiling((largest / step) - 0.000001));
    }
}
