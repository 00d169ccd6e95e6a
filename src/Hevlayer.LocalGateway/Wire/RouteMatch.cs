namespace Hevlayer.Local;

/// <summary>What stands at a path.</summary>
/// <param name="Operations">Operations that share route and method; none when the path has other methods only.</param>
/// <param name="Values">Values of the placeholders.</param>
/// <param name="AllowedMethods">The other methods, when this one does not fit.</param>
internal sealed record RouteMatch(
    IReadOnlyList<GatewayOperation> Operations,
    Dictionary<string, string> Values,
    IReadOnlyList<string> AllowedMethods);
