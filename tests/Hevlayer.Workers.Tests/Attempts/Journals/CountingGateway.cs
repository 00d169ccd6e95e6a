using System.Net;

namespace Hevlayer.Workers.Tests.Journals;

/// <summary>Counts the calls to a gateway; a test may hold them back or answer in its place.</summary>
internal sealed class CountingGateway(HttpMessageHandler gateway) : DelegatingHandler(gateway)
{
    private readonly Lock _lock = new();
    private readonly List<string> _calls = [];
    private int _underWay;

    /// <summary>Each call: <c>fetch</c> or <c>write</c>.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The most calls that were under way at one time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Ends when calls may go on.</summary>
    public Task Opened { get; set; } = Task.CompletedTask;

    /// <summary>The gateway's answer to a call with a body, in place of its own; null for its own.</summary>
    public Func<string, HttpStatusCode?> Answer { get; set; } = static _ => null;

    /// <summary>The body of such an answer.</summary>
    public string Page { get; set; } = """{"error":"told_so","message":"told so"}""";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var name = request.RequestUri!.AbsolutePath.Contains("/documents", StringComparison.Ordinal) ? "fetch" : "write";
        lock (_lock)
        {
            _calls.Add(name);
            MostAtOnce = Math.Max(MostAtOnce, ++_underWay);
        }

        try
        {
            await Opened.WaitAsync(cancellationToken);
            var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
            return Answer($"{name} {body}") is { } status
                ? new(status) { RequestMessage = request, Content = new StringContent(Page) }
                : await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            lock (_lock)
            {
                _underWay--;
            }
        }
    }
}
