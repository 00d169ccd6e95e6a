namespace Hevlayer.Local;

/// <summary>A namespace on the page of namespaces.</summary>
internal sealed record NamespaceSummary(string Name, int Rows, int? Dimensions, string Metric, DateTimeOffset LastWrite, bool IsStable)
{
    public static NamespaceSummary Of(NamespaceView view) =>
        new(view.Name, view.Rows.Length, view.Dimensions, view.Metric, DateTimeOffset.FromUnixTimeMilliseconds(view.LastWriteMs), view.Freshness.IsStable);
}
