namespace Hevlayer.Local;

/// <summary>The operations that this gateway leaves out, each said aloud.</summary>
internal static class NotSimulatedOperations
{
    public static IReadOnlyList<string> Ids { get; } =
    [
        "getCostRateCard",
        "getCostSnapshot",
        "getCostTimeseries",
        "getMetricCatalogEntry",
        "listMetricsCatalog",
        "queryMetrics",
        "queryMetricsApiV1",
        "queryMetricsRange",
        "queryMetricsRangeApiV1",
    ];

    public static GatewayFault Fault(GatewayOperation operation) =>
        GatewayFault.NotSimulated($"{operation.Method.Method} {operation.Route} ({operation.Id}) is not simulated by the local gateway");
}
