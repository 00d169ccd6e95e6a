namespace Hevlayer;

/// <summary>One page of a list that is read by cursor.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Items">The items of the page, in the gateway's order.</param>
/// <param name="NextCursor">Where the next page begins; null on the last one. Keep it to continue from there later.</param>
public sealed record CursorPage<T>(IReadOnlyList<T> Items, string? NextCursor);
