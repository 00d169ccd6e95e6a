namespace Hevlayer.Local;

/// <summary>The page of a namespace.</summary>
internal sealed record NamespaceDetail(NamespaceSummary Namespace, IReadOnlyDictionary<string, string> Types, RowQuery Query, IReadOnlyList<RowLine> Rows);
