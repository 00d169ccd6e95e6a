using System.Diagnostics.CodeAnalysis;
using Hevlayer;
using Hevlayer.VectorData;
using VectorStore = Microsoft.Extensions.VectorData.VectorStore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the gateway as a vector store.</summary>
public static partial class HevlayerVectorDataServiceCollectionExtensions
{
    private const string Reflection = "Records are mapped by reflection. For native or trimmed code, register a HevlayerDynamicCollection of your own.";

    /// <summary>
    /// Registers <see cref="HevlayerVectorStore"/> and <see cref="VectorStore"/> on the client that <c>AddHevlayer</c>
    /// registers. An <c>IEmbeddingGenerator</c> of the container is used unless the options bring one.
    /// </summary>
    /// <param name="services">The container's registrations.</param>
    /// <param name="clientProvider">Gives the client; null for the registered one.</param>
    /// <param name="optionsProvider">Gives the settings; null for the defaults.</param>
    /// <param name="lifetime">Lifetime of the store.</param>
    public static IServiceCollection AddHevlayerVectorStore(
        this IServiceCollection services,
        Func<IServiceProvider, IHevlayerClient>? clientProvider = null,
        Func<IServiceProvider, HevlayerVectorStoreOptions>? optionsProvider = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton) =>
        services.AddKeyedHevlayerVectorStore(serviceKey: null, clientProvider, optionsProvider, lifetime);

    /// <summary>
    /// Registers <see cref="HevlayerVectorStore"/> and <see cref="VectorStore"/> under a key, on the client that is
    /// registered under the same key, or else on the one without a key.
    /// </summary>
    /// <param name="services">The container's registrations.</param>
    /// <param name="serviceKey">Key of the services.</param>
    /// <param name="clientProvider">Gives the client; null for the registered one.</param>
    /// <param name="optionsProvider">Gives the settings; null for the defaults.</param>
    /// <param name="lifetime">Lifetime of the store.</param>
    public static IServiceCollection AddKeyedHevlayerVectorStore(
        this IServiceCollection services,
        object? serviceKey,
        Func<IServiceProvider, IHevlayerClient>? clientProvider = null,
        Func<IServiceProvider, HevlayerVectorStoreOptions>? optionsProvider = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Add(new(
            typeof(HevlayerVectorStore),
            serviceKey,
            (provider, key) => new HevlayerVectorStore(ProvidedServices.Client(provider, key, clientProvider), ProvidedServices.Options(provider, key, optionsProvider)),
            lifetime));
        services.Add(new(typeof(VectorStore), serviceKey, static (provider, key) => provider.GetRequiredKeyedService<HevlayerVectorStore>(key), lifetime));
        return services;
    }
}
