using System.Globalization;

namespace Hevlayer.Local;

/// <summary>Says in words how a native query is run here, with the numbers of rows that it really looks at.</summary>
internal static class QueryPlan
{
    public static string Describe(NamespaceView view, NativeQuery query)
    {
        var window = WindowReader.Read(view.Freshness, query.Filters, asOf: null, between: null);
        var admitted = view.Rows.Count(row => window.Admits(row));
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"Limit {query.Limit}"),
            $"  {Step(view, query.Ranking)}",
            string.Create(CultureInfo.InvariantCulture, $"    {(query.Filters is null ? "All rows" : "Filter")}: {admitted} of {view.Rows.Length} rows"),
        ];
        return string.Join('\n', lines);
    }

    private static string Step(NamespaceView view, Ranking ranking) => ranking switch
    {
        Ranking.ByVector { Target: var target } => string.Create(CultureInfo.InvariantCulture, $"Nearest rows by {view.Metric}, {target.Length} dimensions, each row measured"),
        Ranking.ByText => "Best text matches by BM25, statistics over all rows",
        Ranking.ByAttribute { Name: var name, Descending: var descending } => $"Rows in {(descending ? "falling" : "rising")} order of {name}",
        _ => "Rows by a ranking of the gateway",
    };
}
