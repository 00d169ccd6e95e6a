namespace Hevlayer.Local;

/// <summary>Reciprocal rank fusion: a row scores 1 / (constant + rank) in each leg that has it.</summary>
internal static class RankFusion
{
    public static RankedRow[] Fuse(IEnumerable<IReadOnlyList<RankedRow>> legs, int constant, int limit)
    {
        var scores = new OrderedDictionary<string, (StoredRow Row, double Score)>(StringComparer.Ordinal);
        foreach (var leg in legs)
        {
            for (var rank = 1; rank <= leg.Count; rank++)
            {
                var row = leg[rank - 1].Row;
                scores[row.Key] = (row, scores.GetValueOrDefault(row.Key).Score + (1.0 / (constant + rank)));
            }
        }

        return [.. scores.Values.OrderByDescending(static entry => entry.Score).Take(limit).Select(static entry => new RankedRow(entry.Row, (float)entry.Score))];
    }
}
