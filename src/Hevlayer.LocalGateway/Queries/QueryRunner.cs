namespace Hevlayer.Local;

/// <summary>Runs a ranked query over a view of a namespace.</summary>
internal static class QueryRunner
{
    /// <summary>The first rows of the ranking.</summary>
    public static IReadOnlyList<RankedRow> Run(NamespaceView view, Ranking ranking, int limit, RowWindow window)
    {
        switch (ranking)
        {
            case Ranking.ByVector { Target: var target }:
                if (view.Dimensions is { } width && width != target.Length)
                {
                    throw GatewayFault.Invalid($"the query vector has {target.Length} dimensions, namespace '{view.Name}' has {width}");
                }

                return NearestNeighbours.Find(view, target, limit, window);
            case Ranking.ByText { Score: var score }:
                return ByText(view, score, limit, window);
            case Ranking.ByHybridText { Search: var search }:
                return RankFusion.Fuse(TextLegs(view, search, limit, window), search.RankConstant, limit);
            case Ranking.ByBoth { Search: var search, Target: var target }:
                return RankFusion.Fuse([Run(view, new Ranking.ByVector(target), search.LimitFor(limit), window), .. TextLegs(view, search, limit, window)], search.RankConstant, limit);
            case Ranking.ByAttribute byAttribute:
                return ByAttribute(view, byAttribute, limit, window);
            default:
                throw new InvalidOperationException($"No way to rank by {ranking}.");
        }
    }

    private static IEnumerable<IReadOnlyList<RankedRow>> TextLegs(NamespaceView view, HybridTextSearch search, int limit, RowWindow window) =>
        search.Legs.Select(leg => ByText(view, leg, search.LimitFor(limit), window));

    // Statistics are those of the whole namespace, as in the vector store; the filter holds rows back afterwards.
    private static RankedRow[] ByText(NamespaceView view, TextScore score, int limit, RowWindow window)
    {
        var scores = score.Of(view.Rows);
        return
        [
            .. view.Rows
                .Select((row, place) => new RankedRow(row, (float)scores[place]))
                .Where(found => found.Distance > 0 && window.Admits(found.Row))
                .OrderByDescending(static found => found.Distance)
                .Take(limit),
        ];
    }

    // Rows without the attribute come last in either direction.
    private static RankedRow[] ByAttribute(NamespaceView view, Ranking.ByAttribute ranking, int limit, RowWindow window)
    {
        var order = Comparer<AttributeValue>.Create((x, y) => ValueOrder.Compare(x, y) ?? x.Kind.CompareTo(y.Kind));
        var rows = view.Rows.Where(row => window.Admits(row)).OrderBy(row => row.Read(ranking.Name).IsNull);
        var ordered = ranking.Descending
            ? rows.ThenByDescending(row => row.Read(ranking.Name), order)
            : rows.ThenBy(row => row.Read(ranking.Name), order);
        return [.. ordered.Take(limit).Select(row => new RankedRow(row, Distance: null))];
    }
}
