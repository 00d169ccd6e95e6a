namespace Hevlayer.Local;

/// <summary>
/// Merges the rows of several namespaces: text searches by reciprocal rank fusion, all else by turns, because no namespace of
/// this gateway declares by which model its vectors were made.
/// </summary>
internal static class FederatedMerging
{
    public static FederatedMerge Describe(FederatedQueryRequest request, Ranking? ranking) => new()
    {
        Method = ranking is { Search: not null } or Ranking.ByText ? FederatedMergeMethod.WeightedRrf : FederatedMergeMethod.RankInterleave,
        Route = FederatedMergeRoute.Fused,
        DowngradedReason = request.Vector.HasValue || request.NearestToId is not null || ranking is Ranking.ByVector
            ? FederatedDowngradeReason.MissingEmbeddingProfile
            : (FederatedDowngradeReason?)null,
    };

    // Every namespace weighs the same and a row is in one of them only, so the fused score orders as the ranks do.
    public static IReadOnlyList<(string Namespace, RankedRow Row)> Merge(IEnumerable<FederatedLeg> legs, int topK) =>
    [
        .. legs.SelectMany((leg, place) => leg.Rows.Select((row, rank) => (leg.Namespace, Row: row, Rank: rank, Place: place)))
            .OrderBy(row => row.Rank)
            .ThenBy(row => row.Place)
            .Take(topK)
            .Select(row => (row.Namespace, row.Row)),
    ];
}
