namespace Hevlayer.Local;

/// <summary>
/// The prices of this gateway. They are simulated: one dollar for a million requests of each service, so that sums can be
/// checked by eye. What is counted is real.
/// </summary>
internal static class CostRates
{
    public const string Version = "simulated";
    public const string Unit = "request";
    public const double UsdPerRequest = 0.000001;
    public const string Caveat = "Quantities are what this local gateway counted; prices are simulated, one US dollar for a million requests.";

    /// <summary>The services that are charged, and the routes that count for them.</summary>
    public static IReadOnlyList<(string Service, Func<GatewayOperation, bool> Kind)> Services { get; } =
        [("fetches", RouteKinds.IsFetch), ("queries", RouteKinds.IsQuery), ("writes", RouteKinds.IsWrite)];
}
