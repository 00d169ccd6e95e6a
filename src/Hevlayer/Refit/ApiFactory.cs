using Refit;

namespace Hevlayer;

/// <summary>
/// Puts the generated interface on top of an HTTP client. All that is asked of Refit beyond its usual ways is here and in
/// the types that are named here:
/// <list type="bullet">
/// <item>the handlers have read the reply and turned each failure into its error already, so Refit's own errors are off;</item>
/// <item>bodies are written once, with their length, and replies are read where they lie: <see cref="HevlayerContentSerializer"/>,
/// <see cref="IReplyContent"/>;</item>
/// <item>values in addresses do not depend on the machine's culture: <see cref="UrlValueFormatter"/>;</item>
/// <item>what is asked of an operation is checked first: <see cref="CheckedApi"/>.</item>
/// </list>
/// </summary>
internal static class ApiFactory
{
    public static IHevlayerApi Create(HttpClient http, HevlayerClientOptions options, ClientLife life)
    {
        var settings = new RefitSettings(new HevlayerContentSerializer(options.CompressRequestsFromBytes), new UrlValueFormatter())
        {
            Buffered = false,
            RequestBodySerialization = RequestBodySerializationMode.Buffered,
            ExceptionFactory = PassOn,
            TransportExceptionFactory = (_, exception, token) => life.ErrorOf(exception, token),
            DeserializationExceptionFactory = (response, exception) => new(ReplyFailures.From(response, RequestOperation.CallOf(response.RequestMessage!, options), exception, ReadOf(response.Content))),
        };
        return new CheckedApi(RestService.ForGenerated<IHevlayerApi>(http, settings));
    }

    // The last moment before Refit reads: handlers outside the client have seen the reply by now.
    private static ValueTask<Exception?> PassOn(HttpResponseMessage response)
    {
        (response.Content as IReplyContent)?.ReadInPlace();
        return default;
    }

    private static ReadOnlyMemory<byte>? ReadOf(HttpContent content) =>
        content is BufferedReplyContent { Bytes: var bytes } ? bytes : default(ReadOnlyMemory<byte>?);
}
