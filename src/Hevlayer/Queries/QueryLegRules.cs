namespace Hevlayer;

/// <summary>What a native query must hold before it is sent.</summary>
internal static class QueryLegRules
{
    private static readonly string[] Known = ["rank_by", "filters", "top_k", "include_attributes", "aggregate_by", "group_by"];

    public static void Check(QueryLeg leg, string name)
    {
        if (leg.RankBy is null && leg.AggregateBy is null)
        {
            throw new ArgumentException("Neither RankBy nor AggregateBy is set; at least one of them is needed.", $"{name}.RankBy");
        }

        if (leg.RankBy is { } rankBy && ExpressionRules.IsGatewayRanking(rankBy))
        {
            throw new ArgumentException("The ranking is the gateway's own (HybridText or Auto); a native query needs a native one, such as Bm25 or Ann.", $"{name}.RankBy");
        }

        Require.Positive(leg.TopK, $"{name}.TopK");
        CheckAggregates(leg, name);
        if (leg.Extra?.Keys.FirstOrDefault(Known.Contains) is { } twice)
        {
            throw new ArgumentException($"The member '{twice}' has a property of its own; Extra is for members that have none.", $"{name}.Extra");
        }
    }

    private static void CheckAggregates(QueryLeg leg, string name)
    {
        if (leg.AggregateBy is { Count: 0 })
        {
            throw new ArgumentException("The map is empty; at least one aggregation is needed.", $"{name}.AggregateBy");
        }

        foreach (var (label, aggregate) in leg.AggregateBy ?? [])
        {
            Require.Id(label, $"{name}.AggregateBy");
            ArgumentNullException.ThrowIfNull(aggregate, $"{name}.AggregateBy['{label}']");
        }

        if (leg.GroupBy is { } groups)
        {
            Require.Ids(groups, $"{name}.GroupBy");
        }
    }
}
