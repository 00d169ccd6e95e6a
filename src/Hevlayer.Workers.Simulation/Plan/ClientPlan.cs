namespace Hevlayer.Workers.Simulation;

/// <summary>Limits of the clients of a history.</summary>
/// <param name="AttemptTimeout">Longest time for one attempt.</param>
/// <param name="TotalTimeout">Longest time for a call.</param>
/// <param name="StallTimeout">Longest silence in a reply.</param>
/// <param name="MaxAttempts">Most attempts of a call.</param>
internal sealed record ClientPlan(TimeSpan AttemptTimeout, TimeSpan TotalTimeout, TimeSpan StallTimeout, int MaxAttempts);
