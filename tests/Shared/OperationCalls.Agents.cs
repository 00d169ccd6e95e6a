namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Agents => new()
    {
        ["queryAgent"] = static (api, token) => api.QueryAgentAsync("name", new() { Query = "query" }, cancellationToken: token),
    };
}
