namespace Hevlayer.Benchmarks;

/// <summary>Ways to do the same work; the first one is the floor that the others are measured by.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Contenders">The ways, at least two.</param>
internal sealed record Contest(string Name, IReadOnlyList<Contender> Contenders);
