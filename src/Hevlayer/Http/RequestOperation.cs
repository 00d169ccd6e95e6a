namespace Hevlayer;

/// <summary>Finds the operation that a request belongs to.</summary>
internal static class RequestOperation
{
    private static readonly HttpRequestOptionsKey<string> MethodName = new(Refit.HttpRequestMessageOptions.MethodName);

    public static GatewayOperation Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(MethodName, out var name) && GatewayOperations.ByMethodName.TryGetValue(name, out var operation)
            ? operation
            : Unknown(request.Method);

    // A request that was not made through the interface: nothing is known, so nothing is assumed to be repeatable.
    private static GatewayOperation Unknown(HttpMethod method) => new()
    {
        Id = "request",
        Method = method,
        Route = "(outside the contract)",
        Area = string.Empty,
        IsIdempotent = method == HttpMethod.Get,
        Edition = string.Empty,
    };
}
