using System.Net;
using System.Text;

namespace Hevlayer.Tests.Registration;

/// <summary>Answers every request alike and keeps what it saw of them.</summary>
internal sealed class FarEnd(HttpStatusCode status = HttpStatusCode.OK, string body = FarEnd.NoPipelines) : HttpMessageHandler
{
    public const string NoPipelines = """{"pipelines":[]}""";

    public List<HttpRequestMessage> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public bool IsDisposed { get; private set; }

    public IEnumerable<string> Addresses => Requests.Select(request => request.RequestUri!.AbsoluteUri);

    public IEnumerable<string?> Keys => Requests.Select(request => request.Headers.Authorization?.ToString());

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        Bodies.Add(request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken));
        return new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
