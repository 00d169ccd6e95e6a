namespace Hevlayer;

/// <summary>What a query must hold before it is sent.</summary>
internal static class QueryRules
{
    private const int MostNamespaces = 512;

    public static void Check(QueryRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request, name);
        CheckSelectors(request.Vector, request.NearestToId is not null, request.RankBy is not null, request.TopK, name);
    }

    public static void Check(FederatedQueryRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request, name);
        CheckSelectors(request.Vector, request.NearestToId is not null, request.RankBy is not null, request.TopK, name);
        if (request.Namespaces is { Count: var count } && count is 0 or > MostNamespaces)
        {
            throw new ArgumentException($"There are {count} namespaces; from 1 to {MostNamespaces} are allowed, or null for all.", $"{name}.Namespaces");
        }
    }

    private static void CheckSelectors(ReadOnlyMemory<float>? vector, bool hasNearest, bool hasRank, int? topK, string name)
    {
        Require.Positive(topK, $"{name}.TopK");
        var selectors = (vector is null ? 0 : 1) + (hasNearest ? 1 : 0) + (hasRank ? 1 : 0);
        if (selectors != 1)
        {
            throw new ArgumentException($"{selectors} of Vector, NearestToId and RankBy are set; exactly one is needed.", name);
        }

        if (vector is { } components)
        {
            VectorRules.CheckOne(components, $"{name}.Vector");
        }
    }
}
