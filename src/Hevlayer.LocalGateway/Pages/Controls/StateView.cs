namespace Hevlayer.Local;

/// <summary>The page of the state.</summary>
/// <param name="Mode"><c>memory</c> or <c>data</c>.</param>
/// <param name="Path">Where it is kept; null for memory.</param>
/// <param name="Pipelines">Pipelines.</param>
/// <param name="Documents">Documents in them.</param>
/// <param name="Namespaces">Namespaces.</param>
/// <param name="Rows">Rows in them.</param>
/// <param name="Functions">Functions.</param>
internal sealed record StateView(string Mode, string? Path, int Pipelines, long Documents, int Namespaces, long Rows, int Functions);
