namespace Hevlayer;

/// <summary>What a search or a fetch says about itself, for the search history and the clickstream.</summary>
public sealed record SearchContext
{
    /// <summary>
    /// Text that the person typed, one line without control characters; trimmed, and left out when empty. Fetches do not
    /// send it.
    /// </summary>
    public string? QueryText { get; init; }

    /// <summary>
    /// Tags, at most 32 different ones of at most 128 bytes, made of ASCII letters, digits and <c>: _ - . / = +</c>. They
    /// are trimmed, sorted and sent once each.
    /// </summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>
    /// W3C trace context of version 00 that joins a click to its search, such as
    /// <c>00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01</c>; null for that of the current
    /// <see cref="System.Diagnostics.Activity"/>, if there is one.
    /// </summary>
    public string? TraceParent { get; init; }
}
