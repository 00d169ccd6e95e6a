namespace Hevlayer.Tests.Shared;

/// <summary>One request as the far end got it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query, undecoded.</param>
/// <param name="Headers">Headers of the request and its content.</param>
/// <param name="Body">Body as text; empty when there is none.</param>
internal sealed record SentRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Host that it was sent to; empty where the server has but one.</summary>
    public string Host { get; init; } = string.Empty;

    public string? Authorization => Headers.GetValueOrDefault("Authorization");

    public string Path => Target.Split('?')[0];

    public string Query => Target.Split('?') is [_, var query] ? query : string.Empty;

    public static async Task<SentRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.NonValidated.AsEnumerable()
            .Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new(request.Method.Method, request.RequestUri!.PathAndQuery, headers, body) { Host = request.RequestUri.Host };
    }
}
