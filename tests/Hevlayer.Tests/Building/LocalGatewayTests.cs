using Hevlayer.Local;

namespace Hevlayer.Tests.Building;

/// <summary>What is written and asked with typed forms, against a gateway that reads them.</summary>
public sealed class LocalGatewayTests : IAsyncDisposable
{
    private static readonly float[] East = [1, 0];
    private static readonly float[] North = [0, 1];

    private readonly LocalGateway _gateway = LocalGateway.Create();
    private readonly HevlayerClient _layer;

    public LocalGatewayTests() =>
        _layer = new(new() { BaseAddress = _gateway.BaseAddress }, _gateway.CreateHandler());

    private NamespaceClient Products => _layer.Namespace("products");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RowsAndColumns_AreFoundByVectorAndFilter()
    {
        var written = await Products.WriteAsync(
            new()
            {
                UpsertRows =
                [
                    new() { Id = "kettle", Vector = East, Attributes = new() { ["color"] = "red", ["price"] = 30 } },
                    new() { Id = "teapot", Vector = North, Attributes = new() { ["color"] = "blue", ["price"] = 20 } },
                ],
                Schema = new() { ["price"] = AttributeType.Int },
                DistanceMetric = DistanceMetric.CosineDistance,
            },
            Token);
        await Products.WriteAsync(
            new() { UpsertColumns = new() { Ids = ["mug", "pan"], Vector = [East, North], Attributes = new() { ["color"] = ["red", "red"], ["price"] = new[] { 5, 40 } } } },
            Token);

        var red = await Products.QueryAsync(
            new() { Vector = East, Filters = Filter.Eq("color", "red") & Filter.Gte("price", 10), IncludeAttributes = true },
            cancellationToken: Token);
        var ordered = await Products.QueryAsync(new() { RankBy = RankBy.Ann(North), Filters = Filter.In("color", "blue", "green") | Filter.Lt("price", 10) }, cancellationToken: Token);

        Assert.Equal(2, written.RowsUpserted);
        Assert.Equal(["kettle", "pan"], red.Rows.Select(row => row.Id.AsString()));
        Assert.Equal(30, red.Rows[0].Attributes.GetInt64("price"));
        Assert.Equal(["teapot", "mug"], ordered.Rows.Select(row => row.Id.AsString()));
    }

    [Fact]
    public async Task PatchesAndDeletes_ChangeTheRows()
    {
        await Products.WriteAsync(new() { UpsertRows = [Row("a", 1), Row("b", 2), Row("c", 3)] }, Token);

        await Products.WriteAsync(new() { PatchRows = [new() { Id = "a", Attributes = new() { ["n"] = 10 } }], Deletes = ["b"] }, Token);
        await Products.WriteAsync(new() { PatchColumns = new() { Ids = ["c"], Attributes = new() { ["n"] = [30] } } }, Token);
        var left = await Products.QueryAsync(new() { Vector = East, IncludeAttributes = new[] { "n" } }, cancellationToken: Token);
        var deleted = await Products.WriteAsync(new() { DeleteByFilter = !Filter.Eq("n", 10) }, Token);

        Assert.Equal([10, 30], left.Rows.Select(row => row.Attributes.GetInt64("n")).Order());
        Assert.Equal(1, deleted.RowsDeleted);
    }

    [Fact]
    public async Task Batch_AnswersEachLeg()
    {
        await Products.WriteAsync(new() { UpsertRows = [Row("a", 1), Row("b", 2)] }, Token);

        var reply = await Products.BatchQueryAsync(
            BatchQueryRequest.Of(
                new() { RankBy = RankBy.Descending("n"), TopK = 1 },
                new() { RankBy = RankBy.Ann(East), Filters = Filter.Eq("n", 1) }),
            cancellationToken: Token);

        Assert.Equal(["b"], reply.Results[0].Rows!.Select(row => row.Id.AsString()));
        Assert.Equal(["a"], reply.Results[1].Rows!.Select(row => row.Id.AsString()));
    }

    public async ValueTask DisposeAsync()
    {
        await _layer.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    private static WriteRow Row(string id, int n) => new() { Id = id, Vector = East, Attributes = new() { ["n"] = n } };
}
