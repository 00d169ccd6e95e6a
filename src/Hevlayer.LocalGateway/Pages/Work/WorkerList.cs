namespace Hevlayer.Local;

/// <summary>The page of workers: those seen in the last minute.</summary>
internal sealed record WorkerList(IReadOnlyList<WorkerLine> Workers);
