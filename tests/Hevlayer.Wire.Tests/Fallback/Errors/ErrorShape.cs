namespace Hevlayer.Wire.Tests.Fallback;

/// <summary>One shape of error that a gateway answers with, and what the client makes of it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Body as it is sent.</param>
/// <param name="Code">Code that the error has.</param>
/// <param name="Says">Part of its message.</param>
/// <param name="Helps">Whether a retry may help.</param>
public sealed record ErrorShape(int Status, string Body, string? Code, string Says, bool Helps)
{
    public string ContentType { get; init; } = "application/json";

    public string? RequiredScope { get; init; }

    public string? RetryAfter { get; init; }

    /// <summary>Fields beside code and message, as <c>name=value</c> separated by blanks.</summary>
    public string Fields { get; init; } = string.Empty;
}
