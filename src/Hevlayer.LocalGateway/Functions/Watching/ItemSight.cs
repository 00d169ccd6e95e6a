namespace Hevlayer.Local;

/// <summary>A row of a function as it is at a moment. Times and lengths are ticks.</summary>
internal sealed record ItemSight(string Namespace, string Id, ItemState State, string? Worker, long LeaseLength, long? Due, int Attempts, string? Reason);
