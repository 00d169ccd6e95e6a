namespace Hevlayer.Workers;

/// <summary>How long the pieces of a <see cref="SentenceChunker"/> are, and how much they share.</summary>
public sealed record SentenceChunkerOptions
{
    /// <summary>Longest piece in UTF-16 characters, at least 2.</summary>
    /// <value>Default: 800.</value>
    public int MaxLength { get; init; } = 800;

    /// <summary>
    /// Most that a piece repeats of the end of the piece before it, in UTF-16 characters: 0 or more, and less than
    /// <see cref="MaxLength"/>. The nearer the two are, the more pieces a text gives.
    /// </summary>
    /// <value>Default: 100.</value>
    public int Overlap { get; init; } = 100;
}
