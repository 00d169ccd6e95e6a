namespace Hevlayer.AotTest;

/// <summary>What the function reads of a row.</summary>
internal sealed record Passage(string Text);
