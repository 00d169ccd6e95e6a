namespace Hevlayer.Protocol;

/// <summary>How much of the world is explored.</summary>
/// <param name="Workers">Workers.</param>
/// <param name="Documents">Documents, at most two.</param>
/// <param name="Budget">The faults that may happen.</param>
internal sealed record Bound(int Workers, int Documents, Budget Budget)
{
    /// <summary>Two documents; a crash, a freeze, a lost message, and a document that is staged again or deleted.</summary>
    public static Bound Main { get; } = new(2, 2, new(Crashes: 1, Freezes: 1, Losses: 1, Changes: 1, Failures: 0, Releases: 0));

    /// <summary>One document, and besides these a handler that fails and a worker that gives the document back.</summary>
    public static Bound Deep { get; } = new(2, 1, new(1, 1, 1, 1, 1, 1));

    /// <summary>One document, and no fault.</summary>
    public static Bound Calm { get; } = new(2, 1, default);

    /// <summary>The faults of the main bound with one document.</summary>
    public static Bound Small { get; } = Main with { Documents = 1 };

    /// <summary>The bounds by name.</summary>
    public static IReadOnlyDictionary<string, Bound> ByName { get; } = new Dictionary<string, Bound>(StringComparer.Ordinal)
    {
        ["calm"] = Calm,
        ["small"] = Small,
        ["deep"] = Deep,
        ["main"] = Main,
    };
}
