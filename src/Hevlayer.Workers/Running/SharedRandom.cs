namespace Hevlayer.Workers;

/// <summary>Chance for many threads at one time, which a plain <see cref="Random"/> must not be asked by.</summary>
internal sealed class SharedRandom : Random
{
    private readonly Lock _lock = new();

    public override double NextDouble()
    {
        lock (_lock)
        {
            return base.NextDouble();
        }
    }
}
