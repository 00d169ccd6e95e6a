namespace Hevlayer.Local;

/// <summary>
/// Chooses between text search, vector search and both. The policy of the product is not known; this one takes short
/// inputs for words to be found and long ones for a meaning.
/// </summary>
internal static class QueryRouting
{
    private const string Policy = "simulated:token_count";
    private const int MostWords = 3;

    public static QueryRoute RouteOf(Ranking.ByRoute ranking) => ranking.Route is { } forced
        ? new(forced)
        : ranking.Text.Tokens.Count <= MostWords ? QueryRoute.HybridText : QueryRoute.Semantic;

    /// <summary>The ranking of a route; null when it needs a vector and there is none.</summary>
    public static Ranking? Resolve(Ranking.ByRoute ranking) => (RouteOf(ranking).Value, ranking.Vector) switch
    {
        ("hybrid_text", _) => new Ranking.ByHybridText(ranking.Text),
        ("semantic", { } vector) => new Ranking.ByVector(vector),
        ("fused", { } vector) => new Ranking.ByBoth(ranking.Text, vector),
        ("semantic" or "fused", null) => null,
        var (other, _) => throw GatewayFault.Invalid($"unknown route '{other}': allowed are hybrid_text, semantic and fused"),
    };

    public static RoutingEcho Echo(Ranking.ByRoute ranking) => new()
    {
        Route = RouteOf(ranking),
        Policy = Policy,
        Tokens = ranking.Text.Tokens.Count,
        Executed = Resolve(ranking) is not null,
    };
}
