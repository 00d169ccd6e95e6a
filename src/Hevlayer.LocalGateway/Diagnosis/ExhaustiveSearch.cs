namespace Hevlayer.Local;

/// <summary>The nearest rows by sorting all of them: slow, but certainly exact.</summary>
internal static class ExhaustiveSearch
{
    public static IReadOnlyList<RankedRow> Find(NamespaceView view, float[] target, int limit, RowWindow window) =>
    [
        .. view.Rows
            .Where(row => row.Vectors.Length > 0 && window.Admits(row))
            .Select(row => new RankedRow(row, row.Vectors.Min(vector => VectorDistance.Of(view.Metric, vector, target))))
            .OrderBy(found => found.Distance)
            .Take(limit),
    ];
}
