namespace Hevlayer.Conventions.Tests.Snippets;

internal static class QuerySnippets
{
    public static async Task<QueryResponse> FiltersAsync(HevlayerClient layer, ReadOnlyMemory<float> vector)
    {
        #region queries-filters
        var hits = await layer.Namespace("products").QueryAsync(new()
        {
            Vector = vector,
            Filters = Filter.And(Filter.Eq("color", "red"), Filter.Gte("price", 10), Filter.ContainsAny("tags", "sale", "new")),
            IncludeAttributes = true,
        });
        #endregion
        return hits;
    }

    public static Filter Operators(string[] colors)
    {
        #region queries-operators
        var filter = Filter.In("color", colors) & (Filter.Lt("price", 10) | !Filter.Glob("path", "/archive/*"));
        #endregion
        return filter;
    }

    public static async Task<(QueryResponse Typed, QueryResponse Scored)> TextAsync(HevlayerClient layer)
    {
        var products = layer.Namespace("products");
        #region queries-text
        var typed = await products.QueryAsync(new() { RankBy = RankBy.HybridText("title", "red ketle", new() { Fuzziness = "auto" }) });

        var scored = await products.QueryAsync(new()
        {
            RankBy = RankBy.Sum(RankBy.Product(2, RankBy.Bm25("title", "kettle")), RankBy.Bm25("text", "kettle")),
        });
        #endregion
        return (typed, scored);
    }

    public static async Task<QueryResponse> AutoAsync(HevlayerClient layer, Func<string, Task<ReadOnlyMemory<float>>> embedAsync, string input)
    {
        var products = layer.Namespace("products");
        #region queries-auto
        var reply = await products.QueryAsync(new() { RankBy = RankBy.Auto("title", input) });
        if (reply.Deferral is { } deferral)
        {
            var vector = await embedAsync(input);
            reply = await products.QueryAsync(new() { RankBy = RankBy.Auto("title", input, new() { Route = deferral.Route, Vector = vector }) });
        }
        #endregion
        return reply;
    }

    public static async Task<QueryResponse> EmbedAsync(HevlayerClient layer, string input)
    {
        #region queries-embed
        var reply = await layer.Namespace("products").QueryAsync(new()
        {
            RankBy = RankBy.Auto("title", input, new() { Vector = QueryVector.Embed(input) }),
        });
        #endregion
        return reply;
    }

    public static async Task<BatchQueryResponse> BatchAsync(HevlayerClient layer, ReadOnlyMemory<float> vector)
    {
        #region queries-batch
        var reply = await layer.Namespace("products").BatchQueryAsync(BatchQueryRequest.Of(
            new() { RankBy = RankBy.Bm25("title", "kettle"), TopK = 20 },
            new() { RankBy = RankBy.Ann(vector), TopK = 20, Filters = Filter.Eq("color", "red") }));
        #endregion
        return reply;
    }

    public static async Task RowsAsync(HevlayerClient layer, ReadOnlyMemory<float> vector)
    {
        var products = layer.Namespace("products");
        #region queries-rows
        await products.WriteAsync(new()
        {
            UpsertRows = [new() { Id = "kettle", Vector = vector, Attributes = new() { ["title"] = "Red kettle", ["price"] = 30, ["version"] = 7 } }],
            UpsertCondition = Filter.Lt("version", Filter.Incoming("version")),
            Deletes = ["teapot"],
            DistanceMetric = DistanceMetric.CosineDistance,
            Schema = new()
            {
                ["title"] = new() { Type = AttributeType.String, FullTextSearch = true, Fuzzy = true },
                ["price"] = AttributeType.Int,
            },
        });
        #endregion
    }

    public static async Task ColumnsAsync(HevlayerClient layer)
    {
        var products = layer.Namespace("products");
        #region queries-columns
        await products.WriteAsync(new()
        {
            PatchColumns = new() { Ids = ["kettle", "mug"], Attributes = new() { ["price"] = [25, 5], ["stock"] = [true, false] } },
        });

        await products.WriteAsync(new()
        {
            PatchByFilter = new() { Filters = Filter.Eq("color", "red"), Patch = new() { ["sale"] = true } },
            PatchByFilterAllowPartial = true,
        });
        #endregion
    }

    public static async Task RawAsync(HevlayerClient layer)
    {
        var products = layer.Namespace("products");
        #region queries-raw
        await products.QueryAsync(new()
        {
            RankBy = RankBy.Raw("""["Sum", [["title", "BM25", "kettle"], ["Attribute", "popularity"]]]"""),
            Filters = Filter.Raw("""["title", "NewOperator", "kettle"]""") & Filter.Gt("price", 0),
        });

        await products.WriteAsync(new() { Deletes = ["mug"], Extra = new() { ["new_member"] = true } });
        #endregion
    }
}
