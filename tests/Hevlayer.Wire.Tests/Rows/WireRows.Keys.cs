namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Keys => new()
    {
        ["authenticateKey"] = new(
            static (api, token) => api.AuthenticateKeyAsync(new() { Token = "hvl_secret" }, cancellationToken: token),
            new("POST /v2/keys/authenticate", """{"token":"hvl_secret"}"""),
            new("POST /v2/keys/authenticate", """{"token":"token"}""")),
        ["deleteKey"] = new(
            static (api, token) => api.DeleteKeyAsync(Tricky.Id, cancellationToken: token),
            new($"DELETE /v2/keys/{Tricky.IdInUrl}"),
            new("DELETE /v2/keys/keyId")),
        ["getKey"] = new(
            static (api, token) => api.GetKeyAsync(Tricky.Id, cancellationToken: token),
            new($"GET /v2/keys/{Tricky.IdInUrl}"),
            new("GET /v2/keys/keyId")),
        ["listKeys"] = new(
            static (api, token) => api.ListKeysAsync(includeRevoked: false, cancellationToken: token),
            new("GET /v2/keys?includeRevoked=false"),
            new("GET /v2/keys")),
        ["mintKey"] = new(
            static (api, token) => api.MintKeyAsync(
                new()
                {
                    Name = "crawler",
                    Owner = "",
                    Description = Tricky.Text,
                    Entitlements = new Dictionary<string, ApiKeyEntitlement>
                    {
                        ["layer"] = new() { Scopes = [ApiKeyScope.Read, ApiKeyScope.Write], Namespaces = ["*"], Claims = ["pipelines"] },
                        ["agent.shop"] = new(),
                        ["warehouse.sales"] = new() { Scopes = [], Namespaces = [], Claims = [] },
                    },
                    ExpiresAfter = "never",
                },
                cancellationToken: token),
            new(
                "POST /v2/keys",
                """
                {"name":"crawler","owner":"","description":"p/#?%:+ &=\"é","expiresAfter":"never","entitlements":{
                  "layer":{"scopes":["read","write"],"namespaces":["*"],"claims":["pipelines"]},
                  "agent.shop":{},
                  "warehouse.sales":{"scopes":[],"namespaces":[],"claims":[]}}}
                """),
            new("POST /v2/keys", """{"name":"name"}""")),
        ["revokeKey"] = new(
            static (api, token) => api.RevokeKeyAsync(Tricky.Id, cancellationToken: token),
            new($"POST /v2/keys/{Tricky.IdInUrl}/revoke"),
            new("POST /v2/keys/keyId/revoke")),
    };
}
