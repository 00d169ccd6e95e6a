namespace Hevlayer.Protocol;

/// <summary>A step from one packed state to another.</summary>
/// <param name="Action">What happens.</param>
/// <param name="Next">Where it leads.</param>
/// <param name="Broken">The promise that it breaks.</param>
internal readonly record struct Edge(Action Action, ulong Next, Promise Broken);
