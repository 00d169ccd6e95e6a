namespace Hevlayer.Samples.Functions;

/// <summary>What the function writes to a row: its attributes <c>summary</c> and <c>words</c>.</summary>
/// <param name="Text">The first sentence.</param>
/// <param name="Words">Words of the whole text.</param>
internal sealed record Summary([property: System.Text.Json.Serialization.JsonPropertyName("summary")] string Text, int Words);
