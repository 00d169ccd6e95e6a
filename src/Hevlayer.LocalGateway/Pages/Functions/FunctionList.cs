namespace Hevlayer.Local;

/// <summary>The page of functions.</summary>
internal sealed record FunctionList(IReadOnlyList<FunctionSummary> Functions);
