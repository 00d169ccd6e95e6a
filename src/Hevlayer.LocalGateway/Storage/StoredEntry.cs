namespace Hevlayer.Local;

/// <summary>An entry of the log of a state.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Ticks">As of when, in UTC ticks.</param>
/// <param name="Method">HTTP method of a call; empty for the others.</param>
/// <param name="Path">Path of a call as it stood on the wire, or what the entry is about.</param>
/// <param name="Query">Query of a call.</param>
/// <param name="ContentType">Type of the body of a call.</param>
/// <param name="Body">Body of a call, or what is noted.</param>
internal sealed record StoredEntry(EntryKind Kind, long Ticks, string Method, string Path, string Query, string? ContentType, byte[] Body)
{
    /// <summary>What a sweep is about that found nothing: the next one makes it superfluous.</summary>
    public const string FoundNothing = "nothing";

    /// <summary>What a call drew at random, as far as it is kept: the hash of a minted token.</summary>
    public string? Draw { get; init; }

    /// <summary>How many traces had been counted.</summary>
    public long Traces { get; init; }

    public static StoredEntry Of(EntryKind kind, long ticks, string about, byte[] body) => new(kind, ticks, string.Empty, about, string.Empty, null, body);
}
