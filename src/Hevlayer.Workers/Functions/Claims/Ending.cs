namespace Hevlayer.Workers;

/// <summary>How the hold on a row is to end, as the gateway is told: with a result or with a failure.</summary>
/// <param name="Result">The result; null for a failure.</param>
/// <param name="Failed">The failure; null for a result.</param>
internal sealed record Ending(UdfCompleteItem? Result, UdfFailItem? Failed)
{
    // Reasons are for people; the gateway keeps one with each row.
    private const int LongestReason = 1000;

    public static Ending Of(HeldRow held, FunctionResult result) => new(
        new UdfCompleteItem
        {
            Namespace = held.Claimed.Namespace,
            Id = held.Claimed.Id,
            Vector = result.Vectors is [var only] ? only : default(ReadOnlyMemory<float>?),
            Vectors = result.Vectors.Count > 1 ? result.Vectors : null,
            Attributes = result.Attributes,
        },
        null);

    public static Ending Of(HeldRow held, UdfErrorKind kind, string reason) => new(null, Failure(held, kind, reason));

    public static UdfFailItem Failure(HeldRow held, UdfErrorKind kind, string reason) => new()
    {
        Namespace = held.Claimed.Namespace,
        Id = held.Claimed.Id,
        Kind = kind,
        Message = reason.Length > LongestReason ? $"{reason[..LongestReason]}..." : reason,
    };
}
