namespace Hevlayer.Workers.Simulation;

/// <summary>A history that broke a promise.</summary>
/// <param name="Seed">Its seed: the same seed and options give the same history again.</param>
/// <param name="Violations">What was broken.</param>
public sealed record BrokenHistory(int Seed, IReadOnlyList<string> Violations);
