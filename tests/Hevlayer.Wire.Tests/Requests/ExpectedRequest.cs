namespace Hevlayer.Wire.Tests.Requests;

/// <summary>What must arrive: method and raw target in one line, the body as JSON text, the headers beyond those of every call.</summary>
internal sealed record ExpectedRequest(string Line, string? Body = null)
{
    public const string Json = "application/json";

    /// <summary>The body when it is not JSON.</summary>
    public byte[]? Bytes { get; init; }

    public string? ContentType { get; init; } = Body is null ? null : Json;

    /// <summary>Text of the search; null when the header must be absent.</summary>
    public string? SearchQuery { get; init; }

    public string? Tags { get; init; }

    public string? TraceParent { get; init; }
}
