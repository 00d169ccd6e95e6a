namespace Hevlayer.Local;

/// <summary>Where a row of a function's queue is.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version that it was queued for.</param>
/// <param name="State">Where it is.</param>
/// <param name="Holder">Who holds it; null for nobody.</param>
/// <param name="Reason">What a worker said last about a failure; null for nothing.</param>
internal sealed record QueuedRow(string Namespace, string Id, string Version, ItemState State, string? Holder, string? Reason);
