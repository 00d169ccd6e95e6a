using System.Net;
using System.Text.Json;

namespace Hevlayer.Workers.Tests.Wire;

/// <summary>Notes every request on its way to the gateway, and lets a test say how each one fares. Thread safe.</summary>
internal sealed class WireLog
{
    private readonly Lock _lock = new();
    private readonly List<WireCall> _calls = [];

    /// <summary>What becomes of a request; it may be sent on. Null sends all on.</summary>
    public Func<WireCall, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>>? Script { get; set; }

    public IReadOnlyList<WireCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Forgets what was noted so far.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _calls.Clear();
        }
    }

    /// <summary>The requests with a method and an end of the path.</summary>
    public IReadOnlyList<WireCall> Of(string method, string path) => [.. Calls.Where(call => call.Ends(method, path))];

    public HttpMessageHandler Before(HttpMessageHandler inner) => new Noting(inner, this);

    public static HttpResponseMessage Trouble(HttpStatusCode status, TimeSpan? retryAfter = null)
    {
        var reply = new HttpResponseMessage(status) { Content = new StringContent("""{"error":"trouble","message":"none"}""") };
        reply.Headers.RetryAfter = retryAfter is { } time ? new(time) : null;
        return reply;
    }

    private sealed class Noting(HttpMessageHandler inner, WireLog log) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var text = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
            var call = new WireCall(request.Method.Method, request.RequestUri!.AbsolutePath, text.Length == 0 ? default : JsonElement.Parse(text));
            lock (log._lock)
            {
                log._calls.Add(call);
            }

            return log.Script is { } script
                ? await script(call, () => base.SendAsync(request, cancellationToken))
                : await base.SendAsync(request, cancellationToken);
        }
    }
}
