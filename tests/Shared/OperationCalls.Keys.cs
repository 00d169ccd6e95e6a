namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Keys => new()
    {
        ["authenticateKey"] = static (api, token) => api.AuthenticateKeyAsync(new() { Token = "token" }, cancellationToken: token),
        ["deleteKey"] = static (api, token) => api.DeleteKeyAsync("keyId", cancellationToken: token),
        ["getKey"] = static (api, token) => api.GetKeyAsync("keyId", cancellationToken: token),
        ["listKeys"] = static (api, token) => api.ListKeysAsync(cancellationToken: token),
        ["mintKey"] = static (api, token) => api.MintKeyAsync(new() { Name = "name" }, cancellationToken: token),
        ["revokeKey"] = static (api, token) => api.RevokeKeyAsync("keyId", cancellationToken: token),
    };
}
