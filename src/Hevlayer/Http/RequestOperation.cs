namespace Hevlayer;

/// <summary>What travels with a request: the operation it belongs to, the state of its call.</summary>
internal static class RequestOperation
{
    private static readonly HttpRequestOptionsKey<string> MethodName = new(Refit.HttpRequestMessageOptions.MethodName);

    private static readonly HttpRequestOptionsKey<CallState> Call = new("hevlayer.state");

    public static GatewayOperation Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(MethodName, out var name) && GatewayOperations.ByMethodName.TryGetValue(name, out var operation)
            ? operation
            : Unknown(request.Method);

    /// <summary>Lets an error that is found while the reply is parsed tell of the call.</summary>
    public static void Remember(HttpRequestMessage request, CallState call) => request.Options.Set(Call, call);

    /// <summary>
    /// The state of the call that the request belongs to; null before the request has come to the client's own handlers. A
    /// copy of a request carries its state too.
    /// </summary>
    public static CallState? Find(HttpRequestMessage request) => request.Options.TryGetValue(Call, out var call) ? call : null;

    public static CallState CallOf(HttpRequestMessage request, HevlayerClientOptions options) =>
        Find(request) ?? new CallState(Of(request), options, callOptions: null);

    // A request that was not made through the interface: nothing is known, so nothing is assumed to be idempotent.
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
