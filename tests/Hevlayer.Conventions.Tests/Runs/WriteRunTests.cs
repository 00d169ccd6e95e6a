using Hevlayer.Conventions.Tests.Snippets;

namespace Hevlayer.Conventions.Tests;

public sealed class WriteRunTests
{
    private const string Query = "POST /v2/namespaces/products/query";
    private const string Write = "POST /v2/namespaces/products";

    [Fact]
    public async Task Rows_WithConditionAndSchema_AreOneWriteOfTheWire()
    {
        await using var gateway = new SnippetGateway().On(Write, """{"status":"OK","rows_affected":2}""");

        await QuerySnippets.RowsAsync(gateway.Client, Catalogue.Kettle);

        JsonAssert.Same(
            """
            {
              "upsert_rows":[{"id":"kettle","vector":[1,0],"title":"Red kettle","price":30,"version":7}],
              "upsert_condition":["version","Lt",{"$ref_new":"version"}],
              "deletes":["teapot"],
              "distance_metric":"cosine_distance",
              "schema":{"title":{"type":"string","full_text_search":true,"fuzzy":true},"price":{"type":"int"}}
            }
            """,
            gateway.RequestTo(Write).Body);
    }

    [Fact]
    public async Task Columns_OfTwoRows_ChangeThem()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();
        gateway.On(Write, request => request.Body.Contains("patch_by_filter", StringComparison.Ordinal) ? Reply.Json("""{"status":"OK"}""") : null);

        await QuerySnippets.ColumnsAsync(gateway.Client);

        var rows = await gateway.Client.Namespace("products").FetchManyAsync(["kettle", "mug"]);
        Assert.Equal([25, 5], rows.Documents.Select(row => row.Attributes.GetInt64("price")));
        Assert.Equal([true, false], rows.Documents.Select(row => row.Attributes.GetBoolean("stock")));
        JsonAssert.Same(
            """{"patch_by_filter":{"filters":["color","Eq","red"],"patch":{"sale":true}},"patch_by_filter_allow_partial":true}""",
            gateway.RequestsTo(Write)[1].Body);
    }

    [Fact]
    public async Task Raw_Forms_ArriveAsTheyWereWritten()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();
        gateway.On(Query, """{"rows":[]}""").On(Write, """{"status":"OK"}""");

        await QuerySnippets.RawAsync(gateway.Client);

        JsonAssert.Same(
            """
            {"rank_by":["Sum",[["title","BM25","kettle"],["Attribute","popularity"]]],
             "filters":["And",[["title","NewOperator","kettle"],["price","Gt",0]]]}
            """,
            gateway.RequestTo(Query).Body);
        JsonAssert.Same("""{"deletes":["mug"],"new_member":true}""", gateway.RequestTo(Write).Body);
    }
}
