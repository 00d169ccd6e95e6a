namespace Hevlayer.Conventions.Tests;

/// <summary>Keeps every request, and answers those that have a stand-in; the gateway behind answers the others.</summary>
internal sealed class StandIns(HttpMessageHandler gateway) : DelegatingHandler(gateway)
{
    private readonly Dictionary<string, Func<SentRequest, HttpResponseMessage?>> _answers = new(StringComparer.Ordinal);

    public List<SentRequest> Requests { get; } = [];

    /// <summary>Sets the answer of a route, such as <c>GET /v2/keys</c>; null passes a request on.</summary>
    public void On(string route, Func<SentRequest, HttpResponseMessage?> answer) => _answers[route] = answer;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await SentRequest.OfAsync(request, cancellationToken);
        Requests.Add(sent);
        return _answers.GetValueOrDefault($"{sent.Method} {sent.Path}")?.Invoke(sent)
            ?? await base.SendAsync(request, cancellationToken);
    }
}
