namespace Hevlayer.Local;

/// <summary>Failed documents of one reason.</summary>
/// <param name="Pipeline">Their pipeline.</param>
/// <param name="Reason">The reason; empty where a worker failed them and the wire carries none.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Documents">The first of them.</param>
internal sealed record FailedGroup(string Pipeline, string Reason, long Count, IReadOnlyList<string> Documents);
