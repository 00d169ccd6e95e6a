namespace Hevlayer.Workers.Tests;

/// <summary>Lets a test see each call of an app to its gateway, and answer for it, before or after the gateway has carried it out.</summary>
internal sealed class Interceptor(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly Lock _lock = new();
    private readonly List<(string Path, string Body)> _calls = [];

    /// <summary>Answers instead of the gateway, which hears nothing; null lets the call through.</summary>
    public Func<string, HttpResponseMessage?>? Before { get; set; }

    /// <summary>Answers instead of the gateway, which has carried the call out; null lets the reply through.</summary>
    public Func<string, HttpResponseMessage?>? After { get; set; }

    /// <summary>How long a call is on its way; null for no time.</summary>
    public Func<string, Task>? Delay { get; set; }

    /// <summary>Bodies of the calls whose paths end so, in their order.</summary>
    public IReadOnlyList<string> Of(string end)
    {
        lock (_lock)
        {
            return [.. _calls.Where(call => call.Path.EndsWith(end, StringComparison.Ordinal)).Select(static call => call.Body)];
        }
    }

    public static HttpResponseMessage Error(int status) => new((System.Net.HttpStatusCode)status) { Content = new StringContent("""{"error":"upstream_error","message":"Trouble."}""") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_lock)
        {
            _calls.Add((path, body));
        }

        await (Delay?.Invoke(path) ?? Task.CompletedTask);
        if (Before?.Invoke(path) is { } answer)
        {
            return answer;
        }

        var reply = await base.SendAsync(request, cancellationToken);
        return After?.Invoke(path) ?? reply;
    }
}
