using System.Text.Json;

namespace Hevlayer;

/// <summary>What a query must hold before it is sent.</summary>
internal static class QueryRules
{
    public static void Check(QueryRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request, name);
        CheckSelectors(request.Vector, request.NearestToId, request.RankBy, name);
        CheckRows(request.TopK, request.Filters, name);
        TimeWindowRules.Check(request.AsOf, request.Between, name);
    }

    public static void Check(FederatedQueryRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request, name);
        CheckSelectors(request.Vector, request.NearestToId, request.RankBy, name);
        CheckRows(request.TopK, request.Filters, name);
        TimeWindowRules.Check(request.AsOf, request.Between, name);
        if (request.Namespaces is { Count: var count } && count is 0 or > GatewayLimits.FederatedQueryRequest.MaxNamespaces)
        {
            throw new ArgumentException($"There are {count} namespaces; from 1 to {GatewayLimits.FederatedQueryRequest.MaxNamespaces} are allowed, or null for all.", $"{name}.Namespaces");
        }

        Require.EachId(request.Namespaces, $"{name}.Namespaces");
    }

    private static void CheckSelectors(ReadOnlyMemory<float>? vector, IReadOnlyList<string>? nearest, IReadOnlyList<JsonElement>? rankBy, string name)
    {
        var selectors = (vector is null ? 0 : 1) + (nearest is null ? 0 : 1) + (rankBy is null ? 0 : 1);
        if (selectors != 1)
        {
            throw new ArgumentException($"{selectors} of Vector, NearestToId and RankBy are set; exactly one is needed.", name);
        }

        if (vector is { } components)
        {
            VectorRules.CheckOne(components, $"{name}.Vector");
        }

        if (nearest is not null)
        {
            Require.Ids(nearest, $"{name}.NearestToId");
        }

        if (rankBy is not null)
        {
            Require.Some(rankBy, $"{name}.RankBy");
        }
    }

    private static void CheckRows(int? topK, JsonElement? filters, string name)
    {
        Require.Positive(topK, $"{name}.TopK");
        ExpressionRules.CheckFilter(filters, $"{name}.Filters");
    }
}
