namespace Hevlayer;

/// <summary>The message for a route that a gateway does not have, which answers 404 in a shape that is not the gateway's
/// own.</summary>
internal static class MissingRoute
{
    public static string Explain(GatewayOperation operation) => operation.Edition switch
    {
        "open" => "This gateway does not serve the route, which every edition has: check BaseAddress and the gateway's version.",
        "" => "This gateway does not serve the route: check BaseAddress.",
        var edition => $"This gateway does not serve the route: it needs the {edition} edition{Backend(operation.Area)}.",
    };

    // Without its backend a route is not there at all.
    private static string Backend(string area) => area switch
    {
        "Pipelines" or "Functions" => " with a PostgreSQL database",
        "Keys" => " with a key store",
        "Warehouses" => " in Kubernetes",
        "Agents" => " with agents switched on",
        _ => string.Empty,
    };
}
