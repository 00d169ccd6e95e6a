using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using AbstractStore = Microsoft.Extensions.VectorData.VectorStore;

namespace Hevlayer.VectorData.Tests;

/// <summary>Stores and collections from a container.</summary>
public sealed class RegistrationTests
{
    [Theory]
    [InlineData(ServiceLifetime.Singleton)]
    [InlineData(ServiceLifetime.Scoped)]
    [InlineData(ServiceLifetime.Transient)]
    public void Store_OfEachLifetime_IsFoundByItsAbstraction(ServiceLifetime lifetime)
    {
        using var provider = Services().AddHevlayerVectorStore(lifetime: lifetime).BuildServiceProvider(validateScopes: true);
        using var scope = provider.CreateScope();

        var store = scope.ServiceProvider.GetRequiredService<AbstractStore>();

        Assert.IsType<HevlayerVectorStore>(store);
        Assert.Equal(lifetime != ServiceLifetime.Transient, ReferenceEquals(store, scope.ServiceProvider.GetRequiredService<AbstractStore>()));
    }

    [Fact]
    public void Collection_Keyed_IsFoundByEachAbstraction()
    {
        using var provider = Services().AddKeyedHevlayerCollection<string, Tool>("mine", "tools").BuildServiceProvider(validateScopes: true);

        var collection = provider.GetRequiredKeyedService<HevlayerCollection<string, Tool>>("mine");

        Assert.Equal("tools", collection.Name);
        Assert.Same(collection, provider.GetRequiredKeyedService<VectorStoreCollection<string, Tool>>("mine"));
        Assert.Same(collection, provider.GetRequiredKeyedService<IVectorSearchable<Tool>>("mine"));
        Assert.Same(collection, provider.GetRequiredKeyedService<IKeywordHybridSearchable<Tool>>("mine"));
        Assert.Null(provider.GetService<HevlayerCollection<string, Tool>>());
    }

    [Fact]
    public void Store_Keyed_TakesTheClientOfItsKey()
    {
        var services = Services();
        services.AddHevlayer("other", static options => options.BaseAddress = new("http://localhost:2"));
        using var provider = services.AddKeyedHevlayerVectorStore("other").AddKeyedHevlayerVectorStore("unknown").BuildServiceProvider(validateScopes: true);

        Assert.Same(
            provider.GetRequiredKeyedService<HevlayerClient>("other"),
            provider.GetRequiredKeyedService<AbstractStore>("other").GetService(typeof(HevlayerClient)));
        Assert.Same(
            provider.GetRequiredService<HevlayerClient>(),
            provider.GetRequiredKeyedService<AbstractStore>("unknown").GetService(typeof(HevlayerClient)));
    }

    [Fact]
    public async Task Collection_GeneratorOfTheContainer_EmbedsWhatIsStoredAndSearched()
    {
        await using var store = new Store();
        var services = new ServiceCollection().AddSingleton<IHevlayerClient>(store.Client).AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new LengthGenerator());
        using var provider = services.AddHevlayerCollection<string, Note>("notes").BuildServiceProvider(validateScopes: true);
        var notes = provider.GetRequiredService<VectorStoreCollection<string, Note>>();

        await notes.UpsertAsync([new() { Id = "short", Text = "ab" }, new() { Id = "long", Text = "abcdefgh" }]);

        Assert.Equal("long", (await notes.SearchAsync("12345678", top: 1).SingleAsync()).Record.Id);
    }

    private static ServiceCollection Services()
    {
        var services = new ServiceCollection();
        services.AddHevlayer(static options => options.BaseAddress = new("http://localhost:1"));
        return services;
    }

    private sealed class Note
    {
        [VectorStoreKey]
        public string Id { get; set; } = string.Empty;

        [VectorStoreVector(2, DistanceFunction = DistanceFunction.EuclideanDistance)]
        public string? Text { get; set; }
    }
}
