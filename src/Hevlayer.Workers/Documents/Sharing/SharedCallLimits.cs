namespace Hevlayer.Workers;

/// <summary>When a call that documents share is made, and how many there are.</summary>
/// <param name="Most">The most that one takes.</param>
/// <param name="Delay">How long a call that is not full waits for more.</param>
/// <param name="Concurrent">Most calls at one time.</param>
internal sealed record SharedCallLimits(CallSize Most, TimeSpan Delay, int Concurrent);
