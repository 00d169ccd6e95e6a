using System.Globalization;
using System.Net;

namespace Hevlayer.Local;

/// <summary>Keys that are minted while the gateway runs.</summary>
internal sealed class KeyOperations(KeyStore keys, LocalGatewayOptions options)
{
    private const int ChecksPerMinute = 120;

    private readonly CallRate _checks = new(ChecksPerMinute, options.TimeProvider);

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("mintKey", Mint);
        handlers.Add("listKeys", call => GatewayResponse.Json(new ApiKeyList { Keys = keys.All(call.Query.Boolean("includeRevoked") ?? false) }));
        handlers.Add("getKey", call => GatewayResponse.Json(keys.Require(IdOf(call))));
        handlers.Add("revokeKey", call => GatewayResponse.Json(keys.Revoke(IdOf(call))));
        handlers.Add("deleteKey", Delete);
        handlers.Add("authenticateKey", Authenticate);
    }

    private GatewayResponse Mint(GatewayCall call)
    {
        var (key, token) = keys.Mint(call.Body<MintKeyRequest>());
        return GatewayResponse.Json(new MintKeyResponse
        {
            KeyId = key.KeyId,
            Name = key.Name,
            Owner = key.Owner,
            Description = key.Description,
            Entitlements = key.Entitlements,
            ExpiresAfter = key.ExpiresAfter,
            Phase = key.Phase,
            CreatedAt = key.CreatedAt,
            ExpiresAt = key.ExpiresAt,
            Token = token,
        });
    }

    private GatewayResponse Delete(GatewayCall call)
    {
        keys.Delete(IdOf(call));
        return GatewayResponse.Json(new StatusResponse { Status = "ok", Message = $"key '{IdOf(call)}' deleted" });
    }

    private GatewayResponse Authenticate(GatewayCall call)
    {
        if (_checks.Count() is { } wait)
        {
            return GatewayResponse.Error(HttpStatusCode.TooManyRequests, "rate_limited", $"more than {ChecksPerMinute} checks in this minute")
                .With("Retry-After", ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
        }

        return keys.Use(call.Body<AuthenticateKeyRequest>().Token) is { Record: var key }
            ? GatewayResponse.Json(new AuthenticateKeyResponse { KeyId = key.KeyId, Name = key.Name, Owner = key.Owner, Entitlements = key.Entitlements, ExpiresAt = key.ExpiresAt })
            : GatewayResponse.Error(HttpStatusCode.Unauthorized, "unauthorized", "the token belongs to no key that is valid");
    }

    private static string IdOf(GatewayCall call) => call.Value("keyId");
}
