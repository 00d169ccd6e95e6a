namespace Hevlayer;

/// <summary>Which recorded searches or clicks to list.</summary>
public sealed record HistoryFilter
{
    /// <summary>Tags that an entry must have, all of them; null for any.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Earliest time, included, in whole seconds; null for no bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Latest time, included, in whole seconds and not before <see cref="From"/>; null for no bound.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Entries for each call; null for the gateway's own number.</summary>
    public int? PageSize { get; init; }
}
