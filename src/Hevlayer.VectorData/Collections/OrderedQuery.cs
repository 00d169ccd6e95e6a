namespace Hevlayer.VectorData;

/// <summary>Reads rows in an order by several attributes; the vector store itself orders by one.</summary>
internal sealed class OrderedQuery(CollectionRows rows, Filter? filter, IReadOnlyList<RecordOrder> order, IReadOnlyList<string> attributes)
{
    /// <summary>The first rows of the order.</summary>
    /// <exception cref="NotSupportedException">Too many rows are equal in the first attribute to be ordered here.</exception>
    public async Task<IEnumerable<FoundRow>> RunAsync(int limit, CancellationToken cancellationToken)
    {
        if (order.Count == 1)
        {
            return await ReadAsync(limit, cancellationToken).ConfigureAwait(false);
        }

        // The last row that is wanted may have equals beyond the limit, which may come before it.
        for (var size = limit; ; size = Math.Min(2 * size, QueryLimits.MostRows))
        {
            var found = await ReadAsync(size, cancellationToken).ConfigureAwait(false);
            if (found.Count < size || order[0].Compare(found[limit - 1], found[^1]) != 0)
            {
                return found.Order(Comparer<FoundRow>.Create(Compare)).Take(limit);
            }

            if (size == QueryLimits.MostRows)
            {
                throw new NotSupportedException($"More than {QueryLimits.MostRows} rows have the same '{order[0].Attribute}', which is too many to order them by '{order[1].Attribute}'.");
            }
        }
    }

    private int Compare(FoundRow left, FoundRow right)
    {
        foreach (var by in order)
        {
            if (by.Compare(left, right) is not 0 and var result)
            {
                return result;
            }
        }

        return 0;
    }

    private Task<IReadOnlyList<FoundRow>> ReadAsync(int limit, CancellationToken cancellationToken) => rows.RankAsync(
        "Get",
        order[0].ToRankBy(),
        filter,
        limit,
        [.. attributes.Union(order.Select(static by => by.Attribute).Where(static name => name != RowFields.Id))],
        cancellationToken);
}
