namespace Hevlayer.Local;

/// <summary>Every route of the contract with the operations that share it.</summary>
internal static class RouteTable
{
    private static readonly (Route Route, GatewayOperation[] Operations)[] Routes =
    [
        .. GatewayOperations.All
            .GroupBy(operation => operation.Route, StringComparer.Ordinal)
            .Select(group => (Route: new Route(group.Key), Operations: group.ToArray()))
            .OrderByDescending(entry => entry.Route.Weight),
    ];

    /// <summary>What stands at a path; null when no route of the contract has it.</summary>
    public static RouteMatch? Match(string method, string path)
    {
        var parts = path.Split('/');
        var allowed = new List<string>();
        foreach (var (route, operations) in Routes)
        {
            if (route.Match(parts) is not { } values)
            {
                continue;
            }

            var fitting = operations.Where(operation => string.Equals(operation.Method.Method, method, StringComparison.Ordinal)).ToArray();
            if (fitting.Length > 0)
            {
                return new RouteMatch(fitting, values, []);
            }

            allowed.AddRange(operations.Select(operation => operation.Method.Method));
        }

        return allowed.Count == 0 ? null : new RouteMatch([], new(StringComparer.Ordinal), [.. allowed.Distinct().Order()]);
    }
}
