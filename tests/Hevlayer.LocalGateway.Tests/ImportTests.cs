using System.Net;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Hevlayer.Local.Tests;

public sealed class ImportTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess();
    private readonly HevlayerClient _layer;

    public ImportTests() => _layer = _gateway.Client();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _layer.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Stream_OfTwoBatches_PutsItsRows()
    {
        var stream = await ArrowStreams.WriteAsync(ArrowStreams.Batch(["a", "b"], [[1, 0], [0, 1]], [1, null]), ArrowStreams.Batch(["c"], [[1, 1]], [3]));

        var operation = await _layer.Api.ImportNamespaceAsync("n", new ByteArrayContent(stream), cancellationToken: Token);

        Assert.Equal(("import", "n", "accepted"), (operation.Kind, operation.Namespace, operation.Status));
        var found = await _layer.Namespace("n").QueryAsync(new QueryRequest { Vector = new float[] { 0, 1 }, IncludeAttributes = true }, cancellationToken: Token);
        Assert.Equal(["b", "c", "a"], found.Rows.Select(row => row.Id.AsString()));
        Assert.Equal(new AttributeMap { ["text"] = "text of b", ["tags"] = new AttributeValue[] { "b", "x" }, ["fine"] = true }, found.Rows[0].Attributes);
        Assert.Equal(1, found.Rows[2].Attributes.GetInt64("count"));
    }

    [Fact]
    public async Task Body_ThatIsNoStream_ChangesNothing()
    {
        using var body = new ByteArrayContent([1, 2, 3, 4, 5, 6, 7, 8]);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => _layer.Api.ImportNamespaceAsync("n", body, cancellationToken: Token));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, error.StatusCode);
        Assert.Empty((await _layer.Api.ListNamespacesAsync(cancellationToken: Token)).Namespaces);
    }

    [Fact]
    public async Task Stream_WithoutIds_IsRefused()
    {
        var schema = new Schema([new Field("text", StringType.Default, nullable: true)], null);
        var stream = await ArrowStreams.WriteAsync(new RecordBatch(schema, [new StringArray.Builder().Append("x").Build()], 1));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => _layer.Api.ImportNamespaceAsync("n", new ByteArrayContent(stream), cancellationToken: Token));

        Assert.Contains("column id", error.Message, StringComparison.Ordinal);
    }
}
