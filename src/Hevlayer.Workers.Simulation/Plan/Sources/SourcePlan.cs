namespace Hevlayer.Workers.Simulation;

/// <summary>The source workers of a history, and their queue.</summary>
/// <param name="Workers">How many there are.</param>
/// <param name="Visibility">For how long a message that was received is hidden.</param>
/// <param name="Options">Their options.</param>
internal sealed record SourcePlan(int Workers, TimeSpan Visibility, SourceWorkerOptions Options);
