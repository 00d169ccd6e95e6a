using System.Text;
using System.Text.Json;

namespace Hevlayer.Wire.Tests.Strangers;

/// <summary>Reads from Prism's replies what is wrong with the requests: where, with dots in between.</summary>
internal sealed class ViolationReader : DelegatingHandler
{
    public ViolationReader()
        : base(new SocketsHttpHandler { RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8 })
    {
    }

    public List<string> Violations { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var reply = await base.SendAsync(request, cancellationToken);
        if (reply.Headers.TryGetValues("sl-violations", out var values))
        {
            Take(string.Join(',', values));
        }
        else if (reply.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            // The operation has no reply for what is wrong, so Prism has one of its own.
            using var problem = JsonDocument.Parse(await reply.Content.ReadAsStringAsync(cancellationToken));
            Take(problem.RootElement.GetProperty("validation").GetRawText());
        }

        return reply;
    }

    private void Take(string json)
    {
        using var violations = JsonDocument.Parse(json);
        Violations.AddRange(violations.RootElement.EnumerateArray()
            .Select(static violation => violation.GetProperty("location").EnumerateArray().Select(static part => part.ToString()).ToList())
            .Where(static location => location[0] != "response")
            .Select(static location => string.Join('.', location.SkipWhile(static part => part == "request"))));
    }
}
