namespace Hevlayer;

/// <summary>Sends each attempt through an HTTP client of the caller's, which stays the caller's.</summary>
internal sealed class BorrowedClientHandler(HttpClient http) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await http.SendAsync(CopyOf(request), HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            response.RequestMessage = request;
            return response;
        }
        catch (OperationCanceledException exception) when (
            IsClientTimeout(exception) && !cancellationToken.IsCancellationRequested && RequestOperation.Find(request) is not null)
        {
            throw CallDeadlines.ClientTimeOver(RequestOperation.Find(request)!, http.Timeout, exception);
        }
    }

    // A client refuses to send one message twice, so each attempt gets its own. The body is shared: it belongs to the call.
    private HttpRequestMessage CopyOf(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Content = request.Content,
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        foreach (var (name, value) in request.Options)
        {
            ((IDictionary<string, object?>)copy.Options)[name] = value;
        }

        if (http.DefaultRequestHeaders.UserAgent.Count > 0)
        {
            copy.Headers.UserAgent.Clear();
        }

        return copy;
    }

    // The client wraps the cancellation that its time-out caused; a time-out of connecting comes without one.
    private static bool IsClientTimeout(OperationCanceledException exception) =>
        exception.InnerException is TimeoutException { InnerException: OperationCanceledException };
}
