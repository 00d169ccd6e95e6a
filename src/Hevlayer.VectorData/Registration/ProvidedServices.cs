using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.VectorData;

/// <summary>What a store or a collection takes from the container.</summary>
internal static class ProvidedServices
{
    public static IHevlayerClient Client(IServiceProvider provider, object? key, Func<IServiceProvider, IHevlayerClient>? clientProvider) =>
        clientProvider?.Invoke(provider) ?? Find<IHevlayerClient>(provider, key) ?? provider.GetRequiredService<IHevlayerClient>();

    public static HevlayerVectorStoreOptions Options(IServiceProvider provider, object? key, Func<IServiceProvider, HevlayerVectorStoreOptions>? optionsProvider)
    {
        var options = new HevlayerVectorStoreOptions(optionsProvider?.Invoke(provider));
        options.EmbeddingGenerator ??= Generator(provider, key);
        return options;
    }

    public static HevlayerCollectionOptions Options(IServiceProvider provider, object? key, Func<IServiceProvider, HevlayerCollectionOptions>? optionsProvider)
    {
        var options = new HevlayerCollectionOptions(optionsProvider?.Invoke(provider));
        options.EmbeddingGenerator ??= Generator(provider, key);
        return options;
    }

    private static IEmbeddingGenerator? Generator(IServiceProvider provider, object? key) =>
        Find<IEmbeddingGenerator>(provider, key)
        ?? Find<IEmbeddingGenerator<string, Embedding<float>>>(provider, key)
        ?? (IEmbeddingGenerator?)provider.GetService<IEmbeddingGenerator>()
        ?? provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>();

    private static T? Find<T>(IServiceProvider provider, object? key)
        where T : class =>
        key is null ? null : provider.GetKeyedService<T>(key);
}
