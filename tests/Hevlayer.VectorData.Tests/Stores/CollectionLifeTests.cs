namespace Hevlayer.VectorData.Tests;

/// <summary>Collections are made, found, listed and deleted.</summary>
public sealed class CollectionLifeTests
{
    [Fact]
    public async Task Collection_MadeTwiceAndDeletedTwice_IsThereInBetween()
    {
        await using var store = new Store();
        var tools = store.Vectors.GetCollection<string, Tool>("tools");

        Assert.False(await tools.CollectionExistsAsync());
        await tools.EnsureCollectionExistsAsync();
        await tools.EnsureCollectionExistsAsync();
        Assert.True(await store.Vectors.CollectionExistsAsync("tools"));
        Assert.Equal(["tools"], await store.Vectors.ListCollectionNamesAsync().ToListAsync());
        Assert.Empty(await tools.GetAsync(static tool => true, top: 10).ToListAsync());
        await tools.EnsureCollectionDeletedAsync();
        await store.Vectors.EnsureCollectionDeletedAsync("tools");
        Assert.False(await tools.CollectionExistsAsync());
    }

    [Fact]
    public async Task Get_FromNoCollection_IsAnErrorOfTheStoreWithOursInside()
    {
        await using var store = new Store();
        var tools = store.Vectors.GetCollection<string, Tool>("tools");

        var error = await Assert.ThrowsAsync<VectorStoreException>(async () => await tools.GetAsync(static tool => true, top: 1).ToListAsync());

        Assert.Equal("hevlayer", error.VectorStoreSystemName);
        Assert.Equal("tools", error.CollectionName);
        Assert.Equal("Get", error.OperationName);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, Assert.IsType<HevlayerException>(error.InnerException).StatusCode);
    }

    [Fact]
    public async Task Call_Cancelled_StaysACancellation()
    {
        await using var store = new Store();
        var tools = await Tools.FillAsync(store);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tools.GetAsync("a", cancellationToken: cancelled.Token));
    }

    [Fact]
    public async Task Writes_OfMoreThanABatch_GoInSeveralCalls()
    {
        await using var store = new Store();
        using var vectors = new HevlayerVectorStore(store.Client, new() { MaxRecordsPerWrite = 2, MaxKeysPerCall = 2 });
        var tools = vectors.GetCollection<string, Tool>("tools");

        await tools.UpsertAsync(Tools.All);

        string[] keys = ["a", "b", "c", "d", "e", "nobody"];
        Assert.Equal(5, await tools.GetAsync(keys).CountAsync());
        await tools.DeleteAsync(keys);
        Assert.Empty(await tools.GetAsync(static tool => true, top: 10).ToListAsync());
    }

    [Fact]
    public async Task Services_OfStoreAndCollection_AreFound()
    {
        await using var store = new Store();
        var tools = store.Vectors.GetCollection<string, Tool>("tools");

        Assert.Equal("hevlayer", ((VectorStoreMetadata)store.Vectors.GetService(typeof(VectorStoreMetadata))!).VectorStoreSystemName);
        Assert.Equal("tools", ((VectorStoreCollectionMetadata)tools.GetService(typeof(VectorStoreCollectionMetadata))!).CollectionName);
        Assert.Same(store.Client, tools.GetService(typeof(IHevlayerClient)));
        Assert.Same(tools, tools.GetService(typeof(IKeywordHybridSearchable<Tool>)));
        Assert.Null(tools.GetService(typeof(string)));
        Assert.Null(tools.GetService(typeof(VectorStoreCollectionMetadata), "key"));
    }

    [Fact]
    public async Task Client_OwnedByStore_IsDisposedWithIt()
    {
        await using var store = new Store();
        new HevlayerVectorStore(store.Client).Dispose();
        Assert.False(await store.Vectors.CollectionExistsAsync("tools"));

        new HevlayerVectorStore(store.Client, ownsClient: true).Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Vectors.CollectionExistsAsync("tools"));
    }
}
