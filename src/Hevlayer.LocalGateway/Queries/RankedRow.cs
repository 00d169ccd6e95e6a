namespace Hevlayer.Local;

/// <summary>A row found by a query; no distance where rows are ordered by an attribute.</summary>
internal readonly record struct RankedRow(StoredRow Row, float? Distance);
