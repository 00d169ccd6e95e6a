using System.Text;

namespace Hevlayer;

/// <summary>
/// The error of a request that a handler does not write because a header of it, such as the text of a search, has
/// characters outside ASCII. The client's own connections write them as UTF-8.
/// </summary>
internal static class HeaderFailures
{
    /// <summary>Null when the exception has another reason.</summary>
    public static HevlayerException? Find(CallState call, HttpRequestMessage request, Exception exception)
    {
        // All that has to do with a connection says so, by its kind or by its cause.
        if (exception is not HttpRequestException { HttpRequestError: HttpRequestError.Unknown, StatusCode: null, InnerException: null }
            || NotAscii(request) is not { } header)
        {
            return null;
        }

        var operation = call.Operation;
        return new HevlayerException(
            KeyRedaction.Redact(
                $"{operation.Id}: the header {header} has characters outside ASCII, and the handler that was handed in does not send them: "
                    + $"{exception.Message} Set its SocketsHttpHandler.RequestHeaderEncodingSelector to (_, _) => Encoding.UTF8. [{operation.Method} {operation.Route}]",
                call.Options),
            KeyRedaction.Redact(exception, call.Options))
        {
            Method = operation.Method.Method,
            Route = operation.Route,
        };
    }

    private static string? NotAscii(HttpRequestMessage request)
    {
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            if (!Ascii.IsValid(values.ToString()))
            {
                return name;
            }
        }

        return null;
    }
}
