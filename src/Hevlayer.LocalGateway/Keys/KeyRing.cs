using System.Net;

namespace Hevlayer.Local;

/// <summary>Decides whether a call may pass. Its answers have no message field, as the contract says.</summary>
internal sealed class KeyRing
{
    private const string Scheme = "Bearer ";

    private readonly Dictionary<string, LocalGatewayKey> _keys;
    private readonly KeyStore _minted;

    public KeyRing(IEnumerable<LocalGatewayKey> keys, KeyStore minted)
    {
        _minted = minted;
        _keys = new(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            _keys[key.Token] = key;
        }
    }

    /// <summary>Judges a call by its header, the scope that it needs, and the agent that it asks, if it asks one: that needs an entitlement of its own, and no scope.</summary>
    public KeyVerdict Judge(string? authorization, ApiKeyScope? needed, string? agent)
    {
        if (_keys.Count == 0 || needed is not { } scope)
        {
            return KeyVerdict.Pass(KeyGrant.Everything);
        }

        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(HttpStatusCode.Unauthorized, "missing or malformed Authorization header: expected a bearer token");
        }

        var token = authorization[Scheme.Length..].Trim();
        if (_keys.TryGetValue(token, out var key))
        {
            return key.Grants(scope) ? KeyVerdict.Pass(KeyGrant.Everything) : Lacking(scope);
        }

        if (_minted.Use(token) is not { } minted)
        {
            return Refuse(HttpStatusCode.Forbidden, "invalid API key");
        }

        var grant = minted.Grant();
        return minted.Grants(scope) || (agent is not null && grant.CoversAgent(agent)) ? KeyVerdict.Pass(grant) : Lacking(scope);
    }

    private static KeyVerdict Lacking(ApiKeyScope scope) => Refuse(HttpStatusCode.Forbidden, $"the key lacks the scope {scope}", scope);

    private static KeyVerdict Refuse(HttpStatusCode status, string text, ApiKeyScope? scope = null) =>
        KeyVerdict.Refuse(GatewayResponse.Json(new AuthErrorBody { Error = text, RequiredScope = scope }, status));
}
