using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Handles;

/// <summary>A gateway in memory: each route has replies that are given in turn; the last one repeats.</summary>
internal sealed class FarEnd
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> _replies = new(StringComparer.Ordinal);
    private readonly StubHandler _handler;

    public FarEnd()
    {
        _handler = new StubHandler((request, _) => Answer(request), Clock);
        Client = TestClients.Over(_handler, Clock, options => options.Retry.MaxAttempts = 1);
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public HevlayerClient Client { get; }

    public NamespaceClient Space => Client.Namespace("a/b");

    public IReadOnlyList<SentRequest> Requests => _handler.Requests;

    /// <summary>Method and target of each request.</summary>
    public IEnumerable<string> Calls => Requests.Select(request => $"{request.Method} {request.Target}");

    /// <summary>When the requests of a route arrived, in milliseconds since the start.</summary>
    public IEnumerable<double> ArrivalsOf(string route) =>
        Requests.Zip(_handler.Arrivals)
            .Where(pair => RouteOf(pair.First) == route)
            .Select(pair => (pair.Second - Start).TotalMilliseconds);

    /// <summary>Sets the replies of a route, such as <c>GET /v2/namespaces</c>.</summary>
    public FarEnd On(string route, params string[] jsons) => On(route, [.. jsons.Select(json => (Func<HttpResponseMessage>)(() => Reply.Json(json)))]);

    public FarEnd On(string route, params Func<HttpResponseMessage>[] replies)
    {
        _replies[route] = new(replies);
        return this;
    }

    /// <summary>Runs a call while its clock runs in small steps.</summary>
    public Task<T> RunAsync<T>(Func<HevlayerClient, Task<T>> call) => Clock.RunAsync(() => call(Client));

    public Task<TException> FailAsync<TException>(Func<HevlayerClient, Task> call)
        where TException : Exception => Clock.FailAsync<TException>(() => call(Client));

    private static string RouteOf(SentRequest request) => $"{request.Method} {request.Path}";

    private HttpResponseMessage Answer(SentRequest request)
    {
        if (!_replies.TryGetValue(RouteOf(request), out var replies))
        {
            return Reply.Text("no such route", 404);
        }

        return (replies.Count > 1 ? replies.Dequeue() : replies.Peek())();
    }
}
