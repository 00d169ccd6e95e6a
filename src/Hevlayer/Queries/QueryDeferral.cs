namespace Hevlayer;

/// <summary>
/// The gateway chose a route that needs a vector and the query had none: nothing was searched. Embed the text and query
/// again with the route forced and the vector given.
/// </summary>
/// <param name="Route">Route to force in the next query.</param>
/// <param name="Policy">Why the gateway chose it.</param>
public sealed record QueryDeferral(QueryRoute Route, string Policy)
{
    internal static QueryDeferral? From(RoutingEcho? routing) =>
        routing is { Executed: false } ? new(routing.Route, routing.Policy) : null;
}
