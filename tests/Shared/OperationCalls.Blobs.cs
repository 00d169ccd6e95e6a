namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Blobs => new()
    {
        ["getBlob"] = static (api, token) => api.GetBlobAsync("namespace", "sha256", cancellationToken: token),
        ["putBlob"] = static (api, token) => api.PutBlobAsync("namespace", Bytes(), cancellationToken: token),
    };
}
