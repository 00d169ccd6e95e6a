namespace Hevlayer.Local;

/// <summary>The page of namespaces.</summary>
internal sealed record NamespaceOverview(IReadOnlyList<NamespaceSummary> Namespaces);
