using Refit;

namespace Hevlayer;

/// <summary>Puts the generated interface on top of an HTTP client.</summary>
internal static class ApiFactory
{
    public static IHevlayerApi Create(HttpClient http, HevlayerClientOptions options, ClientLife life) =>
        new CheckedApi(RestService.ForGenerated<IHevlayerApi>(http, new RefitSettings(new HevlayerContentSerializer(options.CompressRequestsFromBytes), new UrlValueFormatter())
        {
            // The serializer writes a body whole, with its length; Refit would copy it.
            Buffered = false,
            RequestBodySerialization = RequestBodySerializationMode.Buffered,
            ExceptionFactory = PassOn,
            TransportExceptionFactory = (_, exception, token) => life.ErrorOf(exception, token),
            DeserializationExceptionFactory = (response, exception) => new(ReplyFailures.From(response, RequestOperation.CallOf(response.RequestMessage!, options), exception)),
        }));

    // The handler chain has turned every failure into its error already.
    private static ValueTask<Exception?> PassOn(HttpResponseMessage response)
    {
        (response.Content as IReplyContent)?.GoToSerializer();
        return default;
    }

    /// <summary>A client over a chain of handlers; the deadlines are the chain's, so the client itself has none.</summary>
    public static void Configure(HttpClient http, HevlayerClientOptions options)
    {
        http.BaseAddress = options.BaseAddress;
        http.Timeout = Timeout.InfiniteTimeSpan;
    }
}
