namespace Hevlayer.Local;

/// <summary>The page of a function.</summary>
internal sealed record FunctionDetail(FunctionSummary Function, IReadOnlyList<ItemLine> Rows);
