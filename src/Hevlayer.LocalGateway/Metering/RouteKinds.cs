namespace Hevlayer.Local;

/// <summary>Which routes count for what.</summary>
internal static class RouteKinds
{
    private const string Namespaces = "/namespaces/{namespace}";

    public static bool IsQuery(GatewayOperation operation) => operation.Route.EndsWith("/query", StringComparison.Ordinal) && !IsMetrics(operation);

    public static bool IsWrite(GatewayOperation operation) =>
        operation.Method == HttpMethod.Post && (operation.Route.EndsWith(Namespaces, StringComparison.Ordinal) || operation.Route.EndsWith("/import", StringComparison.Ordinal));

    public static bool IsFetch(GatewayOperation operation) => operation.Route.Contains($"{Namespaces}/documents", StringComparison.Ordinal);

    public static bool IsCache(GatewayOperation operation) => operation.Route.Contains("warm", StringComparison.Ordinal);

    public static bool IsStorage(GatewayOperation operation) => operation.Route.Contains("/blobs", StringComparison.Ordinal);

    public static bool IsPipeline(GatewayOperation operation) =>
        operation.Route.StartsWith("/v2/pipelines", StringComparison.Ordinal) || operation.Route.StartsWith("/v2/udfs", StringComparison.Ordinal);

    private static bool IsMetrics(GatewayOperation operation) => operation.Route.StartsWith("/v2/metrics", StringComparison.Ordinal);
}
