using System.Net;
using Apache.Arrow;
using Apache.Arrow.Ipc;
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
        var stream = await StreamAsync(Batch(["a", "b"], [[1, 0], [0, 1]], [1, null]), Batch(["c"], [[1, 1]], [3]));

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
        var stream = await StreamAsync(new RecordBatch(schema, [new StringArray.Builder().Append("x").Build()], 1));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => _layer.Api.ImportNamespaceAsync("n", new ByteArrayContent(stream), cancellationToken: Token));

        Assert.Contains("column id", error.Message, StringComparison.Ordinal);
    }

    private static RecordBatch Batch(string[] ids, float[][] vectors, int?[] counts)
    {
        var vector = new ListArray.Builder(FloatType.Default);
        var tags = new ListArray.Builder(StringType.Default);
        var count = new Int32Array.Builder();
        for (var i = 0; i < ids.Length; i++)
        {
            vector.Append();
            ((FloatArray.Builder)vector.ValueBuilder).AppendRange(vectors[i]);
            tags.Append();
            ((StringArray.Builder)tags.ValueBuilder).AppendRange([ids[i], "x"]);
            count.Append(counts[i]);
        }

        return new RecordBatch.Builder()
            .Append("id", false, new StringArray.Builder().AppendRange(ids).Build())
            .Append("vector", false, vector.Build())
            .Append("text", true, new StringArray.Builder().AppendRange(ids.Select(id => $"text of {id}")).Build())
            .Append("tags", true, tags.Build())
            .Append("fine", false, new BooleanArray.Builder().AppendRange(ids.Select(_ => true)).Build())
            .Append("count", true, count.Build())
            .Build();
    }

    private static async Task<byte[]> StreamAsync(params RecordBatch[] batches)
    {
        using var stream = new MemoryStream();
        using (var writer = new ArrowStreamWriter(stream, batches[0].Schema, leaveOpen: true))
        {
            foreach (var batch in batches)
            {
                await writer.WriteRecordBatchAsync(batch, Token);
            }

            await writer.WriteEndAsync(Token);
        }

        return stream.ToArray();
    }
}
