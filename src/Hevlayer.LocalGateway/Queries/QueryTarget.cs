namespace Hevlayer.Local;

/// <summary>What a query of the gateway's own form ranks by: exactly one of vector, nearest_to_id and rank_by.</summary>
internal static class QueryTarget
{
    /// <summary>The ranking; the namespace may be left out unless the query names rows of it.</summary>
    public static Ranking Of(QueryRequest request, NamespaceStore? store)
    {
        CheckOne(request);
        return request switch
        {
            { Vector: { } vector } => new Ranking.ByVector(VectorReader.Own(vector, "query")),
            { NearestToId: { } ids } => new Ranking.ByVector(Average(ids, store!)),
            _ => RankingParser.Parse(request.RankBy!),
        };
    }

    /// <summary>Refuses a query that has not exactly one target.</summary>
    public static void CheckOne(QueryRequest request)
    {
        if ((request.Vector.HasValue ? 1 : 0) + (request.NearestToId is null ? 0 : 1) + (request.RankBy is null ? 0 : 1) != 1)
        {
            throw GatewayFault.Invalid("a query needs exactly one of vector, nearest_to_id and rank_by");
        }
    }

    private static float[] Average(IReadOnlyList<string> ids, NamespaceStore store)
    {
        if (ids.Count == 0)
        {
            throw GatewayFault.Invalid("nearest_to_id must name at least one row");
        }

        float[][] vectors = [.. ids.SelectMany(id => VectorsOf(id, store))];
        var sum = new float[vectors[0].Length];
        foreach (var vector in vectors)
        {
            System.Numerics.Tensors.TensorPrimitives.Add(sum, vector, sum);
        }

        System.Numerics.Tensors.TensorPrimitives.Divide(sum, vectors.Length, sum);
        return sum;
    }

    private static float[][] VectorsOf(string id, NamespaceStore store) =>
        store.Find(id) is { Vectors: { Length: > 0 } vectors }
            ? vectors
            : throw GatewayFault.NotFound($"row '{id}' not found in namespace '{store.Name}', or it has no vector");
}
