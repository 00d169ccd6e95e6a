namespace Hevlayer;

/// <summary>What travels with a request: the operation it belongs to, the attempts it took.</summary>
internal static class RequestOperation
{
    private static readonly HttpRequestOptionsKey<string> MethodName = new(Refit.HttpRequestMessageOptions.MethodName);

    private static readonly HttpRequestOptionsKey<int> AttemptsMade = new("hevlayer.attempts");

    public static GatewayOperation Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(MethodName, out var name) && GatewayOperations.ByMethodName.TryGetValue(name, out var operation)
            ? operation
            : Unknown(request.Method);

    /// <summary>Notes on the request how often it was sent, for an error that is found while its reply is parsed.</summary>
    public static void RememberAttempts(HttpRequestMessage request, int attempts)
    {
        // Once is what is assumed: the usual call stores nothing.
        if (attempts > 1)
        {
            request.Options.Set(AttemptsMade, attempts);
        }
    }

    public static int AttemptsOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(AttemptsMade, out var attempts) ? attempts : 1;

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
