namespace Hevlayer;

/// <summary>Randomness of the pauses, where the caller brings none.</summary>
internal sealed class Randomness
{
    private readonly Random _random = new();
    private readonly Lock _gate = new();

    public double Next()
    {
        lock (_gate)
        {
            return _random.NextDouble();
        }
    }
}
