namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Scans => new()
    {
        ["createScan"] = static (api, token) => api.CreateScanAsync("namespace", new(), cancellationToken: token),
        ["deleteScan"] = static (api, token) => api.DeleteScanAsync("namespace", "scan_id", cancellationToken: token),
        ["getScan"] = static (api, token) => api.GetScanAsync("namespace", "scan_id", cancellationToken: token),
        ["getScanResults"] = static (api, token) => api.GetScanResultsAsync("namespace", "scan_id", cancellationToken: token),
        ["listScans"] = static (api, token) => api.ListScansAsync("namespace", cancellationToken: token),
    };
}
