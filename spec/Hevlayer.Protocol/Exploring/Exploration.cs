namespace Hevlayer.Protocol;

/// <summary>What an exploration found.</summary>
/// <param name="States">States, each counted once.</param>
/// <param name="Represented">States that these stand for; more only when symmetric ones are taken for one.</param>
/// <param name="Steps">Steps between them.</param>
/// <param name="Depth">Most steps that the shortest way to a state has.</param>
/// <param name="Broken">The promise that is broken; none when all hold.</param>
/// <param name="Story">The shortest way there.</param>
internal sealed record Exploration(int States, long Represented, long Steps, int Depth, Promise Broken, IReadOnlyList<Action> Story)
{
    /// <summary>The state at the end of the story; null when no promise is broken.</summary>
    public State? End { get; init; }
}
