namespace Hevlayer.Workers;

/// <summary>Which conditions of a filter the namespace evaluates, and which are left.</summary>
internal static class FailureFilters
{
    private const int MostIds = 1_000;

    /// <summary>Throws when a filter cannot be meant.</summary>
    /// <exception cref="ArgumentException">A text is empty, there are no ids or too many, or the times are in the wrong order.</exception>
    public static void Check(FailureFilter filter)
    {
        foreach (var (name, text) in new[] { (nameof(filter.ReasonPrefix), filter.ReasonPrefix), (nameof(filter.Kind), filter.Kind), (nameof(filter.WorkerId), filter.WorkerId) })
        {
            if (text is { Length: 0 })
            {
                throw new ArgumentException($"{name} is empty; null stands for any.", nameof(filter));
            }
        }

        if (filter.DocumentIds is { } ids && (ids.Count is 0 or > MostIds || ids.Any(string.IsNullOrEmpty)))
        {
            throw new ArgumentException($"DocumentIds has {ids.Count} ids; it takes 1 to {MostIds}, none of them empty.", nameof(filter));
        }

        if (filter.Since > filter.Until)
        {
            throw new ArgumentException($"Since is {filter.Since:O}, after Until, which is {filter.Until:O}.", nameof(filter));
        }
    }

    /// <summary>What the namespace decides; null for everything.</summary>
    public static Filter? Of(FailureFilter filter)
    {
        Filter[] parts = [.. Parts(filter)];
        return parts switch { [] => null, [var only] => only, _ => Filter.And(parts) };
    }

    /// <summary>Whether a row is meant; the namespace may give more than that.</summary>
    public static bool Meets(DocumentFailure failure, FailureFilter filter) =>
        filter.ReasonPrefix is null || failure.Reason.StartsWith(filter.ReasonPrefix, StringComparison.Ordinal);

    private static IEnumerable<Filter> Parts(FailureFilter filter)
    {
        if (filter.ReasonPrefix is { } prefix)
        {
            yield return Filter.Gte(LedgerRow.Reason, prefix);
            if (Behind(prefix) is { } bound)
            {
                yield return Filter.Lt(LedgerRow.Reason, bound);
            }
        }

        if (filter.Kind is { } kind)
        {
            yield return Filter.Eq(LedgerRow.Kind, kind);
        }

        if (filter.WorkerId is { } worker)
        {
            yield return Filter.Eq(LedgerRow.Worker, worker);
        }

        if (filter.DocumentIds is { } ids)
        {
            yield return Filter.In("id", [.. ids.Select(static id => (AttributeValue)LedgerRow.IdOf(id))]);
        }

        if (filter.Since is { } since)
        {
            yield return Filter.Gte(LedgerRow.LastAt, LedgerRow.TextOf(since));
        }

        if (filter.Until is { } until)
        {
            yield return Filter.Lte(LedgerRow.LastAt, LedgerRow.TextOf(until));
        }
    }

    // The first text behind all that begin so, whether a store compares bytes or characters; null where the two differ.
    private static string? Behind(string prefix) =>
        char.IsSurrogate(prefix[^1]) || char.IsSurrogate((char)(prefix[^1] + 1)) || prefix[^1] == char.MaxValue ? null : prefix[..^1] + (char)(prefix[^1] + 1);
}
