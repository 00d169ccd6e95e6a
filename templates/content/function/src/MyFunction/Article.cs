namespace MyFunction;

/// <summary>What the function reads of a row: its attribute <c>text</c>.</summary>
/// <param name="Text">The text.</param>
public sealed record Article(string Text);
