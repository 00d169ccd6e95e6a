namespace Hevlayer.Local;

/// <summary>
/// Compares what a query finds with what measuring each row finds. The search of this gateway is exact, so the two agree; the
/// share is counted all the same.
/// </summary>
internal static class RecallMeasure
{
    public static TurbopufferRecallResponse Run(NamespaceView view, IReadOnlyList<float[]> samples, int topK, RowWindow window, bool withTruth)
    {
        var pairs = samples.Select(sample => (
            Found: QueryRunner.Run(view, new Ranking.ByVector(sample), topK, window),
            Exact: ExhaustiveSearch.Find(view, sample, topK, window))).ToList();
        return new TurbopufferRecallResponse
        {
            AvgRecall = Average(pairs.Select(pair => Share(pair.Found, pair.Exact))),
            AvgExhaustiveCount = Average(pairs.Select(pair => (double)pair.Exact.Count)),
            AvgAnnCount = Average(pairs.Select(pair => (double)pair.Found.Count)),
            GroundTruth = withTruth ? [.. pairs.Zip(samples, (pair, sample) => GroundTruth.Describe(sample, pair.Exact))] : null,
        };
    }

    /// <summary>Vectors of rows spread over the namespace, as sample queries.</summary>
    public static IReadOnlyList<float[]> Sample(NamespaceView view, int count)
    {
        var rows = Array.FindAll(view.Rows, row => row.Vectors.Length > 0);
        var taken = Math.Min(count, rows.Length);
        return [.. Enumerable.Range(0, taken).Select(place => rows[(int)((long)place * rows.Length / taken)].Vectors[0])];
    }

    private static double Share(IReadOnlyList<RankedRow> found, IReadOnlyList<RankedRow> exact) =>
        exact.Count == 0 ? 1 : (double)found.Select(row => row.Row.Key).Intersect(exact.Select(row => row.Row.Key), StringComparer.Ordinal).Count() / exact.Count;

    private static double Average(IEnumerable<double> values) => values.DefaultIfEmpty(0).Average();
}
