namespace Hevlayer.Workers.Simulation;

/// <summary>The workers before the last ones.</summary>
/// <param name="Workers">How many there are.</param>
/// <param name="Restages">Whether they restage what they see for the first time.</param>
/// <param name="Time">How long they take for a document.</param>
internal sealed record RelayPlan(int Workers, bool Restages, TimeSpan Time)
{
    /// <summary>The stage that they leave documents in.</summary>
    public const string NextStage = "ready";

    /// <summary>The stage that they claim documents into.</summary>
    public const string ClaimStage = "relaying";
}
