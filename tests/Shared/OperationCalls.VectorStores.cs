namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> VectorStores => new()
    {
        ["getVectorstore"] = static (api, token) => api.GetVectorstoreAsync("name", cancellationToken: token),
        ["listVectorstores"] = static (api, token) => api.ListVectorstoresAsync(cancellationToken: token),
    };
}
