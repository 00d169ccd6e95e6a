using System.Net;

namespace Hevlayer.Local;

/// <summary>Decides whether a call may pass. Its answers have no message field, as the contract says.</summary>
internal sealed class KeyRing
{
    private const string Scheme = "Bearer ";

    private readonly Dictionary<string, LocalGatewayKey> _keys;

    public KeyRing(IEnumerable<LocalGatewayKey> keys)
    {
        _keys = new(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            _keys[key.Token] = key;
        }
    }

    /// <summary>Null when the call may pass, else its refusal.</summary>
    public GatewayResponse? Refuse(string? authorization, ApiKeyScope? needed)
    {
        if (_keys.Count == 0 || needed is not { } scope)
        {
            return null;
        }

        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Answer(HttpStatusCode.Unauthorized, "missing or malformed Authorization header: expected a bearer token");
        }

        if (!_keys.TryGetValue(authorization[Scheme.Length..].Trim(), out var key))
        {
            return Answer(HttpStatusCode.Forbidden, "invalid API key");
        }

        return key.Grants(scope) ? null : Answer(HttpStatusCode.Forbidden, $"the key lacks the scope {scope}", scope);
    }

    private static GatewayResponse Answer(HttpStatusCode status, string text, ApiKeyScope? scope = null) =>
        GatewayResponse.Json(new AuthErrorBody { Error = text, RequiredScope = scope }, status);
}
