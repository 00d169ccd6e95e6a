namespace Hevlayer.Samples.Functions;

/// <summary>What the function reads of a row.</summary>
internal sealed record Article(string Text);
