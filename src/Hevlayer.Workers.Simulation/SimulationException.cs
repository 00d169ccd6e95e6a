namespace Hevlayer.Workers.Simulation;

/// <summary>A history of a simulation broke a promise.</summary>
/// <param name="message">What was broken, and the seed.</param>
/// <param name="seed">Seed of the history.</param>
public sealed class SimulationException(string message, int seed) : Exception(message)
{
    /// <summary>Seed of the history: the same seed and options give the same history again.</summary>
    public int Seed { get; } = seed;
}
