namespace Hevlayer;

/// <summary>A change of all rows that meet a filter.</summary>
public sealed record FilterPatch
{
    /// <summary>Which rows change.</summary>
    public required Filter Filters { get; init; }

    /// <summary>The attributes that change, with their new values; null removes a value.</summary>
    public required AttributeMap Patch { get; init; }
}
