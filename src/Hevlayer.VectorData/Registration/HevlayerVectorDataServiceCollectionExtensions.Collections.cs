using System.Diagnostics.CodeAnalysis;
using Hevlayer;
using Hevlayer.VectorData;
using Microsoft.Extensions.VectorData;

namespace Microsoft.Extensions.DependencyInjection;

public static partial class HevlayerVectorDataServiceCollectionExtensions
{
    /// <summary>
    /// Registers a <see cref="HevlayerCollection{TKey, TRecord}"/>, also as <see cref="VectorStoreCollection{TKey, TRecord}"/>,
    /// <see cref="IVectorSearchable{TRecord}"/> and <see cref="IKeywordHybridSearchable{TRecord}"/>, on the client that
    /// <c>AddHevlayer</c> registers.
    /// </summary>
    /// <typeparam name="TKey">Type of the key: string, Guid, int or long.</typeparam>
    /// <typeparam name="TRecord">Type of the records.</typeparam>
    /// <param name="services">The container's registrations.</param>
    /// <param name="name">Name of the namespace.</param>
    /// <param name="clientProvider">Gives the client; null for the registered one.</param>
    /// <param name="optionsProvider">Gives the settings; null for the defaults.</param>
    /// <param name="lifetime">Lifetime of the collection.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    [RequiresDynamicCode(Reflection)]
    [RequiresUnreferencedCode(Reflection)]
    public static IServiceCollection AddHevlayerCollection<TKey, TRecord>(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, IHevlayerClient>? clientProvider = null,
        Func<IServiceProvider, HevlayerCollectionOptions>? optionsProvider = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TKey : notnull
        where TRecord : class =>
        services.AddKeyedHevlayerCollection<TKey, TRecord>(serviceKey: null, name, clientProvider, optionsProvider, lifetime);

    /// <summary>
    /// Registers a <see cref="HevlayerCollection{TKey, TRecord}"/> under a key, also as its abstractions, on the client that
    /// is registered under the same key, or else on the one without a key.
    /// </summary>
    /// <typeparam name="TKey">Type of the key: string, Guid, int or long.</typeparam>
    /// <typeparam name="TRecord">Type of the records.</typeparam>
    /// <param name="services">The container's registrations.</param>
    /// <param name="serviceKey">Key of the services.</param>
    /// <param name="name">Name of the namespace.</param>
    /// <param name="clientProvider">Gives the client; null for the registered one.</param>
    /// <param name="optionsProvider">Gives the settings; null for the defaults.</param>
    /// <param name="lifetime">Lifetime of the collection.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    [RequiresDynamicCode(Reflection)]
    [RequiresUnreferencedCode(Reflection)]
    public static IServiceCollection AddKeyedHevlayerCollection<TKey, TRecord>(
        this IServiceCollection services,
        object? serviceKey,
        string name,
        Func<IServiceProvider, IHevlayerClient>? clientProvider = null,
        Func<IServiceProvider, HevlayerCollectionOptions>? optionsProvider = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TKey : notnull
        where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        services.Add(new(
            typeof(HevlayerCollection<TKey, TRecord>),
            serviceKey,
            (provider, key) => new HevlayerCollection<TKey, TRecord>(
                ProvidedServices.Client(provider, key, clientProvider),
                name,
                ProvidedServices.Options(provider, key, optionsProvider)),
            lifetime));
        foreach (var abstraction in (Type[])[typeof(VectorStoreCollection<TKey, TRecord>), typeof(IVectorSearchable<TRecord>), typeof(IKeywordHybridSearchable<TRecord>)])
        {
            services.Add(new(abstraction, serviceKey, static (provider, key) => provider.GetRequiredKeyedService<HevlayerCollection<TKey, TRecord>>(key), lifetime));
        }

        return services;
    }
}
