namespace Hevlayer;

/// <summary>Sends each attempt through an HTTP client of the caller's, which stays the caller's.</summary>
internal sealed class BorrowedClientHandler(HttpClient http) : HttpMessageHandler
{
    private static readonly string[] Optional = ["User-Agent", "Accept-Encoding"];

    private readonly Lazy<HttpMessageInvoker> _own = new(static () => new HttpMessageInvoker(OwnConnections.Create()));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = RequestOperation.Find(request);
        var isDirect = call?.Target == ReplySource.Turbopuffer;
        if (isDirect && AddsHeaders(request))
        {
            // An HTTP client cannot be asked to leave its default headers out, and they were meant for the gateway.
            return await _own.Value.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var response = await http.SendAsync(CopyOf(request, isDirect), HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            response.RequestMessage = request;
            return response;
        }
        catch (OperationCanceledException exception) when (
            call is not null && IsClientTimeout(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw CallDeadlines.ClientTimeOver(call, http.Timeout, exception);
        }
    }

    // The client's own connections alone: the HTTP client stays as it is.
    protected override void Dispose(bool disposing)
    {
        if (disposing && _own.IsValueCreated)
        {
            _own.Value.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool AddsHeaders(HttpRequestMessage request)
    {
        foreach (var (name, _) in http.DefaultRequestHeaders.NonValidated)
        {
            if (!request.Headers.NonValidated.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    // A client refuses to send one message twice, so each attempt gets its own. The body is shared: it belongs to the call.
    private HttpRequestMessage CopyOf(HttpRequestMessage request, bool isDirect)
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

        // The client adds its own headers of these names only where the HTTP client sets none.
        foreach (var name in isDirect ? [] : Optional)
        {
            if (http.DefaultRequestHeaders.NonValidated.Contains(name))
            {
                copy.Headers.Remove(name);
            }
        }

        return copy;
    }

    // The client wraps the cancellation that its time-out caused; a time-out of connecting comes without one.
    private static bool IsClientTimeout(OperationCanceledException exception) =>
        exception.InnerException is TimeoutException { InnerException: OperationCanceledException };
}
