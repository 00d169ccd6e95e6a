namespace MyFunction;

/// <summary>What the function writes to a row: its attributes <c>summary</c> and <c>words</c>.</summary>
/// <param name="Summary">The first sentence.</param>
/// <param name="Words">Words of the whole text.</param>
public sealed record Summarised(string Summary, int Words);
