namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Cost => new()
    {
        ["getCostRateCard"] = new(
            static (api, token) => api.GetCostRateCardAsync(cancellationToken: token),
            new("GET /v2/cost/rate-card"),
            new("GET /v2/cost/rate-card")),
        ["getCostSnapshot"] = new(
            static (api, token) => api.GetCostSnapshotAsync("30d", cancellationToken: token),
            new("GET /v2/cost?window=30d"),
            new("GET /v2/cost")),
        ["getCostTimeseries"] = new(
            static (api, token) => api.GetCostTimeseriesAsync("24h", "a new/step", cancellationToken: token),
            new("GET /v2/cost/timeseries?window=24h&step=a%20new%2Fstep"),
            new("GET /v2/cost/timeseries")),
    };
}
