namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> History => new()
    {
        ["listClickstream"] = static (api, token) => api.ListClickstreamAsync("namespace", cancellationToken: token),
        ["listSearchHistory"] = static (api, token) => api.ListSearchHistoryAsync("namespace", cancellationToken: token),
    };
}
