namespace Hevlayer.VectorData;

/// <summary>How many rows a query can give.</summary>
internal static class QueryLimits
{
    /// <summary>Most rows of one query.</summary>
    public const int MostRows = 10_000;

    /// <summary>The rows to ask for, so that some are left when the first ones are skipped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is nothing to ask for, or more than a query gives.</exception>
    public static int Of(int top, int skip)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        return (long)top + skip <= MostRows
            ? top + skip
            : throw new ArgumentOutOfRangeException(nameof(top), top, $"The {top} rows after the first {skip} are beyond the {MostRows} rows that a query can give.");
    }
}
