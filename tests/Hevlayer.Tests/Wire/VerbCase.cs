namespace Hevlayer.Tests.Wire;

/// <summary>One verb of the client and what goes over the wire for it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Body">JSON body; empty for none.</param>
/// <param name="Reply">What the gateway answers.</param>
/// <param name="Call">The call.</param>
/// <param name="Check">What the caller gets.</param>
internal sealed record VerbCase(
    string Method,
    string Target,
    string Body,
    string Reply,
    Func<HevlayerClient, Task<object>> Call,
    Action<object> Check)
{
    public static VerbCase Of<T>(string method, string target, string body, string reply, Func<HevlayerClient, Task<T>> call, Action<T> check)
        where T : class =>
        new(method, target, body, reply, async client => await call(client), result => check(Assert.IsAssignableFrom<T>(result)));
}
