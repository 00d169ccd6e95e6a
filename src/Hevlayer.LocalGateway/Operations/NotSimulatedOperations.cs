namespace Hevlayer.Local;

/// <summary>The operations that this gateway leaves out, each said aloud.</summary>
internal static class NotSimulatedOperations
{
    public static IReadOnlyList<string> Ids { get; } =
    [
        "authenticateKey",
        "claimUdfItems",
        "completeUdfItems",
        "createUdf",
        "deleteKey",
        "deleteUdf",
        "discoverUdf",
        "evaluateTurbopufferRecall",
        "explainTurbopufferQuery",
        "failUdfItems",
        "getBlob",
        "getCostRateCard",
        "getCostSnapshot",
        "getCostTimeseries",
        "getKey",
        "getMetricCatalogEntry",
        "getUdf",
        "getUdfStatus",
        "getVectorstore",
        "getWarehouse",
        "getWarmJob",
        "heartbeatUdfItems",
        "hintCacheWarm",
        "importNamespace",
        "initNamespace",
        "listClickstream",
        "listKeys",
        "listMetricsCatalog",
        "listSearchHistory",
        "listSnapshotActivity",
        "listUdfs",
        "listVectorstores",
        "listWarehouses",
        "listWarmJobs",
        "mintKey",
        "pauseUdf",
        "putBlob",
        "query",
        "queryAgent",
        "queryMetrics",
        "queryMetricsApiV1",
        "queryMetricsRange",
        "queryMetricsRangeApiV1",
        "resetFailedUdf",
        "resumeUdf",
        "revokeKey",
        "updateTurbopufferNamespaceMetadata",
        "updateTurbopufferNamespaceSchema",
        "upsertUdf",
        "warmCache",
    ];

    public static GatewayFault Fault(GatewayOperation operation) =>
        GatewayFault.NotSimulated($"{operation.Method.Method} {operation.Route} ({operation.Id}) is not simulated by the local gateway");
}
