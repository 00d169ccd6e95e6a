namespace Hevlayer;

/// <summary>What an error body says, whatever its shape.</summary>
/// <param name="Code">A machine-readable code; null when the body has only text.</param>
/// <param name="Message">Text for people; null when the body has none.</param>
/// <param name="RequiredScope">Scope that the key lacks.</param>
/// <param name="IsRetryable">Whether the gateway itself says that a retry helps; null when it does not say.</param>
/// <param name="Fields">What else the body says in single values, by name.</param>
/// <param name="IsGatewayShape">Whether the body is one the gateway itself writes.</param>
internal sealed record ErrorDetails(
    string? Code,
    string? Message,
    string? RequiredScope,
    bool? IsRetryable,
    IReadOnlyDictionary<string, string> Fields,
    bool IsGatewayShape);
