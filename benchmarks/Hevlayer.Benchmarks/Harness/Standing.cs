namespace Hevlayer.Benchmarks;

/// <summary>One contender beside the floor.</summary>
/// <param name="Name">Name of the contender.</param>
/// <param name="Time">Its time a call by the floor's, round by round.</param>
/// <param name="Processor">Its processor time a call by the floor's, round by round.</param>
/// <param name="MoreBytes">Bytes a call that it allocates more than the floor.</param>
internal sealed record Standing(string Name, Spread Time, Spread Processor, double MoreBytes);
