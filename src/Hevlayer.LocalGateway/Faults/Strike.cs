namespace Hevlayer.Local;

/// <summary>The last time that a fault struck calls of a kind.</summary>
/// <param name="At">When, in UTC ticks.</param>
/// <param name="Waiting">How many of them it keeps waiting now.</param>
/// <param name="Prefix">What the ids begin with that a claim takes.</param>
internal readonly record struct Strike(long At, int Waiting, string Prefix);
