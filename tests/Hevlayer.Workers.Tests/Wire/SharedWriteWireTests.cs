using Hevlayer.Local;

namespace Hevlayer.Workers.Tests.Wire;

/// <summary>Rows of documents with versions of their own in one write, at the local gateway.</summary>
public sealed class SharedWriteWireTests : IAsyncLifetime
{
    private readonly LocalGateway _local = LocalGateway.Create();
    private HevlayerClient _layer = null!;
    private PipelineGateway _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _layer = new HevlayerClient(new() { BaseAddress = _local.BaseAddress }, _local.CreateHandler());
        await _layer.EnsurePipelineAsync("products", "shop", cancellationToken: Token);
        _gateway = new PipelineGateway(_layer, new("products", "worker-1", DocumentStage.Pending, DocumentStage.Embedding, TimeSpan.FromMinutes(1), null));
    }

    public async ValueTask DisposeAsync()
    {
        await _layer.DisposeAsync();
        await _local.DisposeAsync();
    }

    [Fact]
    public async Task Write_OneDocumentHasNewerRows_KeepsThoseAndWritesTheOthers()
    {
        await WriteAsync(Rows("a", 5, "a-0"), Rows("b", 20, "b-0"));

        // Older than b's row, and newer than a's: the version of one must not speak for the other.
        var written = await WriteAsync(Rows("a", 15, "a-0"), Rows("b", 10, "b-0"));

        Assert.Equal(1, written);
        Assert.Equal([("a-0", 15), ("b-0", 20)], await VersionsAsync("a-0", "b-0"));
    }

    [Fact]
    public async Task Write_DocumentsHaveRowsNoMore_DeletesEachBelowItsOwnVersion()
    {
        await WriteAsync(Rows("a", 5, "a-0", "a-1"), Rows("b", 20, "b-0", "b-1"), Rows("c", 1, "c-0"));

        await WriteAsync(Rows("a", 15, "a-0"), Rows("b", 10, "b-0"));

        Assert.Equal([("a-0", 15), ("b-0", 20), ("b-1", 20), ("c-0", 1)], await VersionsAsync("a-0", "a-1", "b-0", "b-1", "c-0"));
    }

    [Fact]
    public async Task Write_PatchesOfSeveralDocuments_GiveEachRowTheVersionOfItsDocument()
    {
        await WriteAsync(Rows("a", 5, "a-0"), Rows("b", 6, "b-0"));

        var patched = await WriteAsync(
            new RowWrite("a", 15, [], ReplacesOlder: true) { Patches = [new("a-0", null)] },
            new RowWrite("b", 16, [], ReplacesOlder: true) { Patches = [new("b-0", null)] });

        Assert.Equal(2, patched);
        Assert.Equal([("a-0", 15), ("b-0", 16)], await VersionsAsync("a-0", "b-0"));
    }

    private static RowWrite Rows(string document, long version, params string[] ids) =>
        new(document, version, [.. ids.Select(static id => new VectorEntry { Id = id, Vector = new float[] { 1, 2 } })], ReplacesOlder: true);

    private Task<long?> WriteAsync(params RowWrite[] writes) => _gateway.WriteRowsAsync(writes, static () => true, Token);

    private async Task<IEnumerable<(string Id, long Version)>> VersionsAsync(params string[] ids) =>
        (await _gateway.FindRowsAsync(ids, static () => true, Token)).OrderBy(static row => row.Id, StringComparer.Ordinal).Select(static row => (row.Id, row.Version));
}
