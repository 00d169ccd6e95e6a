namespace Hevlayer.Local;

/// <summary>What one namespace adds to a query over several: its first rows, or why there are none.</summary>
internal sealed record FederatedLeg(string Namespace, IReadOnlyList<RankedRow> Rows, long? Watermark, string? Error)
{
    public static FederatedLeg Failed(string name, string error) => new(name, [], Watermark: null, error);
}
