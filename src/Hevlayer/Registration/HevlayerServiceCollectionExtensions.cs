using Hevlayer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the client.</summary>
public static class HevlayerServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="HevlayerClient"/> and <see cref="IHevlayerClient"/> as singletons over
    /// <see cref="IHttpClientFactory"/>. Options come from the variables <c>HEVLAYER_BASE_URL</c> and
    /// <c>HEVLAYER_API_KEY</c> (or <c>LAYER_GATEWAY_URL</c> and <c>LAYER_GATEWAY_API_KEY</c>), then the configuration
    /// section <c>Hevlayer</c>, then <paramref name="configure"/>; they are validated when the host starts.
    /// </summary>
    /// <param name="services">The container's registrations.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    /// <returns>The builder of the HTTP client, for handlers and connections of your own; do not add retries to it.</returns>
    public static IHttpClientBuilder AddHevlayer(this IServiceCollection services, Action<HevlayerClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<HevlayerClientOptions>, ConfigureHevlayerOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HevlayerClientOptions>, ValidateHevlayerOptions>());
        services.AddOptionsWithValidateOnStart<HevlayerClientOptions>().Configure(configure ?? (static _ => { }));
        services.TryAddSingleton<IHevlayerClient>(static provider => provider.GetRequiredService<HevlayerClient>());
        if (services.Any(static service => service.ServiceType == typeof(HevlayerClient)))
        {
            // The handlers are in place; a second chain would repeat each attempt of the first.
            return services.AddHttpClient(nameof(HevlayerClient));
        }

        services.AddSingleton(static provider => new HevlayerClient(
            OptionsOf(provider),
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(HevlayerClient))));
        return services.AddHttpClient(nameof(HevlayerClient))
            .ConfigureHttpClient(static (provider, http) => ApiFactory.Configure(http, OptionsOf(provider)))
            .ConfigurePrimaryHttpMessageHandler(OwnConnections.Create)
            .AddHttpMessageHandler(static provider => new ResilienceHandler(OptionsOf(provider)))
            .AddHttpMessageHandler(static provider => new RequestHeadersHandler(OptionsOf(provider)))

            // The client lives as long as the application, and its connections renew themselves.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    private static HevlayerClientOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<HevlayerClientOptions>>().Value;
}
