namespace Hevlayer;

/// <summary>What a query must hold before it is sent.</summary>
internal static class QueryRules
{
    public static void Check(QueryRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request, name);
        Require.Positive(request.TopK, $"{name}.TopK");
        var selectors = (request.Vector is null ? 0 : 1) + (request.NearestToId is null ? 0 : 1) + (request.RankBy is null ? 0 : 1);
        if (selectors != 1)
        {
            throw new ArgumentException($"{selectors} of Vector, NearestToId and RankBy are set; exactly one is needed.", name);
        }

        if (request.Vector is { } vector)
        {
            VectorRules.CheckOne(vector, $"{name}.Vector");
        }
    }
}
