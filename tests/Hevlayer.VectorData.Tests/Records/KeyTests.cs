namespace Hevlayer.VectorData.Tests;

/// <summary>Keys of each type, given and made.</summary>
public sealed class KeyTests
{
    [Fact]
    public Task Key_Text_FindsItsRecord() => CheckAsync("needs/escaping #1?", "second");

    [Fact]
    public Task Key_Guid_FindsItsRecord() => CheckAsync(Guid.CreateVersion7(), Guid.CreateVersion7());

    [Fact]
    public Task Key_Int_FindsItsRecord() => CheckAsync(-8, 9);

    [Fact]
    public Task Key_Long_FindsItsRecord() => CheckAsync(long.MaxValue, 0L);

    [Fact]
    public async Task Key_GuidThatIsMissing_IsMade()
    {
        await using var store = new Store();
        var rows = store.Vectors.GetCollection<Guid, Keyed<Guid>>("rows");
        Keyed<Guid>[] records = [new() { Text = "first" }, new() { Text = "second" }];

        await rows.UpsertAsync(records);

        Assert.NotEqual(Guid.Empty, records[0].Key);
        Assert.NotEqual(records[0].Key, records[1].Key);
        Assert.Equal("second", (await rows.GetAsync(records[1].Key))!.Text);
    }

    [Fact]
    public async Task Key_FromOptions_IsUsed()
    {
        var given = new Guid("e9a97807-8cf0-4741-8ce3-82df676ca0f0");
        await using var store = new Store();
        using var vectors = new HevlayerVectorStore(store.Client, new() { NewKey = () => given });
        var record = new Keyed<Guid>();

        await vectors.GetCollection<Guid, Keyed<Guid>>("rows").UpsertAsync(record);

        Assert.Equal(given, record.Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Key_Empty_IsRefused(string? key)
    {
        await using var store = new Store();
        var rows = store.Vectors.GetCollection<string, Keyed<string>>("rows");

        await Assert.ThrowsAnyAsync<ArgumentException>(() => rows.GetAsync(key!));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => rows.UpsertAsync(new Keyed<string> { Key = key! }));
    }

    [Fact]
    public async Task Key_SeveralOfOne_TheLastCounts()
    {
        await using var store = new Store();
        var rows = store.Vectors.GetCollection<string, Keyed<string>>("rows");

        await rows.UpsertAsync([new() { Key = "a", Text = "old" }, new() { Key = "b" }, new() { Key = "a", Text = "new" }]);

        Assert.Equal("new", (await rows.GetAsync("a"))!.Text);
        Assert.Equal(2, await rows.GetAsync(static row => true, top: 10).CountAsync());
    }

    private static async Task CheckAsync<TKey>(TKey key, TKey other)
        where TKey : notnull
    {
        await using var store = new Store();
        var rows = store.Vectors.GetCollection<TKey, Keyed<TKey>>("rows");
        await rows.UpsertAsync([new() { Key = key, Text = "mine" }, new() { Key = other, Text = "other" }]);

        Assert.Equal("mine", (await rows.GetAsync(key))!.Text);
        Assert.Equal([key], await rows.GetAsync([key]).Select(static row => row.Key).ToListAsync());
        await rows.DeleteAsync(key);
        Assert.Null(await rows.GetAsync(key));
        Assert.Equal("other", (await rows.GetAsync(other))!.Text);
    }

    private sealed class Keyed<TKey>
    {
        [VectorStoreKey]
        public TKey Key { get; set; } = default!;

        [VectorStoreData]
        public string? Text { get; set; }
    }
}
