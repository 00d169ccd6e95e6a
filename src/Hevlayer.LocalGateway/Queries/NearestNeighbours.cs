namespace Hevlayer.Local;

/// <summary>Exact search: every row that the filter lets pass is measured.</summary>
internal static class NearestNeighbours
{
    /// <summary>The nearest rows, nearest first; equally near ones in the order of the rows.</summary>
    public static IReadOnlyList<RankedRow> Find(NamespaceView view, float[] target, int limit, RowWindow window)
    {
        var farthestFirst = Comparer<(float Distance, int Place)>.Create(
            (x, y) => x.Distance != y.Distance ? y.Distance.CompareTo(x.Distance) : y.Place.CompareTo(x.Place));
        var best = new PriorityQueue<StoredRow, (float Distance, int Place)>(farthestFirst);
        for (var place = 0; place < view.Rows.Length; place++)
        {
            var row = view.Rows[place];
            if (row.Vectors.Length == 0 || !window.Admits(row))
            {
                continue;
            }

            var rank = (Nearest(view.Metric, row, target), place);
            if (best.Count < limit)
            {
                best.Enqueue(row, rank);
            }
            else if (best.TryPeek(out _, out var worst) && farthestFirst.Compare(worst, rank) < 0)
            {
                best.DequeueEnqueue(row, rank);
            }
        }

        return Drain(best);
    }

    // A row with several vectors is as near as its best one.
    private static float Nearest(string metric, StoredRow row, float[] target)
    {
        var nearest = VectorDistance.Of(metric, row.Vectors[0], target);
        for (var i = 1; i < row.Vectors.Length; i++)
        {
            nearest = Math.Min(nearest, VectorDistance.Of(metric, row.Vectors[i], target));
        }

        return nearest;
    }

    private static RankedRow[] Drain(PriorityQueue<StoredRow, (float Distance, int Place)> best)
    {
        var rows = new RankedRow[best.Count];
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            best.TryDequeue(out var row, out var rank);
            rows[i] = new RankedRow(row!, rank.Distance);
        }

        return rows;
    }
}
