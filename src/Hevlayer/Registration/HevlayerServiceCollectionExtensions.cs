using Hevlayer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the client, one or several.</summary>
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
    /// <returns>
    /// The builder of the HTTP client, for handlers and connections of your own; do not add retries to it. The factory's
    /// default loggers, which write addresses with their ids, are off; <c>AddDefaultLogger</c> brings them back.
    /// </returns>
    public static IHttpClientBuilder AddHevlayer(this IServiceCollection services, Action<HevlayerClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddOptions(services, Options.Options.DefaultName, configure);
        if (Holds(services, key: null))
        {
            return services.AddHttpClient(ClientNames.HttpClientOf(null));
        }

        services.AddSingleton(static provider => Create(provider, Options.Options.DefaultName));
        services.TryAddSingleton<IHevlayerClient>(static provider => provider.GetRequiredService<HevlayerClient>());
        return AddHttpClient(services, Options.Options.DefaultName);
    }

    /// <summary>
    /// Registers <see cref="HevlayerClient"/> and <see cref="IHevlayerClient"/> as keyed singletons, beside others and with
    /// an HTTP client of their own: <c>[FromKeyedServices("name")] IHevlayerClient</c>. Options come from the
    /// configuration section <c>Hevlayer:name</c>, then <paramref name="configure"/>; they are validated when the host
    /// starts. Environment variables apply only to the unnamed client.
    /// </summary>
    /// <param name="services">The container's registrations.</param>
    /// <param name="name">Key of the services and name of the options; no colon, and not the name of an option.</param>
    /// <param name="configure">Sets options last; null for none.</param>
    /// <returns>
    /// The builder of the HTTP client, for handlers and connections of your own; do not add retries to it. The factory's
    /// default loggers, which write addresses with their ids, are off; <c>AddDefaultLogger</c> brings them back.
    /// </returns>
    /// <exception cref="ArgumentException">The name is empty, holds a colon or is that of an option.</exception>
    public static IHttpClientBuilder AddHevlayer(this IServiceCollection services, string name, Action<HevlayerClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ClientNames.Check(name);
        AddOptions(services, name, configure);
        if (Holds(services, name))
        {
            return services.AddHttpClient(ClientNames.HttpClientOf(name));
        }

        services.AddKeyedSingleton(name, static (provider, key) => Create(provider, (string)key!));
        services.TryAddKeyedSingleton<IHevlayerClient>(name, static (provider, key) => provider.GetRequiredKeyedService<HevlayerClient>(key));
        return AddHttpClient(services, name);
    }

    private static void AddOptions(IServiceCollection services, string name, Action<HevlayerClientOptions>? configure)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<HevlayerClientOptions>, ConfigureHevlayerOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HevlayerClientOptions>, ValidateHevlayerOptions>());
        services.AddOptionsWithValidateOnStart<HevlayerClientOptions>(name).Configure(configure ?? (static _ => { }));
    }

    // The handlers must be added once, however often the client is registered: a second set would retry the retries.
    private static bool Holds(IServiceCollection services, string? key) =>
        services.Any(service => service.ServiceType == typeof(HevlayerClient) && Equals(service.ServiceKey, key));

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string name) =>
        services.AddHttpClient(ClientNames.HttpClientOf(name))
            .ConfigureHttpClient((provider, http) => HandlerChain.Configure(http, OptionsOf(provider, name)))
            .ConfigurePrimaryHttpMessageHandler(OwnConnections.Create)
            .AddHttpMessageHandler(provider => new ResilienceHandler(OptionsOf(provider, name)))
            .AddHttpMessageHandler(provider => new RequestHeadersHandler(OptionsOf(provider, name)))

            // The factory's own loggers write addresses, which hold ids, and at Trace the headers.
            .RemoveAllLoggers()

            // The client lives as long as the application, and its connections renew themselves.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

    private static HevlayerClient Create(IServiceProvider provider, string name) => HevlayerClient.Over(
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientNames.HttpClientOf(name)),
        OptionsOf(provider, name));

    private static HevlayerClientOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<HevlayerClientOptions>>().Get(name);
}
