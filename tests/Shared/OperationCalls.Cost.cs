namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Cost => new()
    {
        ["getCostRateCard"] = static (api, token) => api.GetCostRateCardAsync(cancellationToken: token),
        ["getCostSnapshot"] = static (api, token) => api.GetCostSnapshotAsync(cancellationToken: token),
        ["getCostTimeseries"] = static (api, token) => api.GetCostTimeseriesAsync(cancellationToken: token),
    };
}
