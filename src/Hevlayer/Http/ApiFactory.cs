using Refit;

namespace Hevlayer;

/// <summary>Puts the generated interface on top of an HTTP client.</summary>
internal static class ApiFactory
{
    public static IHevlayerApi Create(HttpClient http, HevlayerClientOptions options) =>
        RestService.ForGenerated<IHevlayerApi>(http, new RefitSettings(new HevlayerContentSerializer(), new UrlValueFormatter())
        {
            Buffered = true,

            // The handler chain has turned every failure into its error already.
            ExceptionFactory = static _ => default,
            TransportExceptionFactory = static (_, exception, _) => exception,
            DeserializationExceptionFactory = (response, exception) => new(ReplyFailures.From(response, RequestOperation.CallOf(response.RequestMessage!, options), exception)),
        });

    /// <summary>A client over a chain of handlers; the deadlines are the chain's, so the client itself has none.</summary>
    public static void Configure(HttpClient http, HevlayerClientOptions options)
    {
        http.BaseAddress = options.BaseAddress;
        http.Timeout = Timeout.InfiniteTimeSpan;
    }
}
