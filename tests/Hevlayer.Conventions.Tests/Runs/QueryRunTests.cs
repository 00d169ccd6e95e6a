using Hevlayer.Conventions.Tests.Snippets;

namespace Hevlayer.Conventions.Tests;

public sealed class QueryRunTests
{
    private const string Query = "POST /v2/namespaces/products/query";

    private const string Kettle = """{"rows":[{"id":"kettle","$dist":0.5}]}""";

    [Fact]
    public async Task Filters_OfThreeConditions_LeaveTheRowThatMeetsThem()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();

        var hits = await gateway.Clock.RunAsync(() => QuerySnippets.FiltersAsync(gateway.Client, Catalogue.Kettle));

        var row = Assert.Single(hits.Rows);
        Assert.Equal("Red kettle", row.Attributes.GetString("title"));
    }

    [Fact]
    public void Operators_OfThreeFilters_MakeOneFilterOfTheWire() => JsonAssert.Same(
        """["And", [["color", "In", ["red", "blue"]], ["Or", [["price", "Lt", 10], ["Not", ["path", "Glob", "/archive/*"]]]]]]""",
        QuerySnippets.Operators(["red", "blue"]).ToString());

    [Fact]
    public async Task Text_Rankings_AskAsTheWireHasThem()
    {
        await using var gateway = new SnippetGateway().On(Query, Kettle);

        var (typed, scored) = await QuerySnippets.TextAsync(gateway.Client);

        Assert.Equal([typed.Rows[0].Id, scored.Rows[0].Id], ["kettle", "kettle"]);
        Assert.Collection(
            gateway.RequestsTo(Query),
            request => JsonAssert.Same("""{"rank_by":["title","HybridText","red ketle",{"fuzziness":"auto"}]}""", request.Body),
            request => JsonAssert.Same("""{"rank_by":["Sum",[["Product",2,["title","BM25","kettle"]],["text","BM25","kettle"]]]}""", request.Body));
    }

    [Fact]
    public async Task Auto_RouteThatNeedsAVector_IsAskedAgainWithIt()
    {
        await using var gateway = new SnippetGateway().On(
            Query,
            """{"rows":[],"routing":{"route":"fused","policy":"long_text","tokens":9,"executed":false}}""",
            """{"rows":[{"id":"kettle"}],"routing":{"route":"fused","policy":"forced","tokens":9,"executed":true}}""");
        string? embedded = null;

        var reply = await QuerySnippets.AutoAsync(gateway.Client, EmbedAsync, "something to boil water in");

        Assert.Equal("kettle", reply.Rows[0].Id.ToString());
        Assert.Equal("something to boil water in", embedded);
        Assert.Collection(
            gateway.RequestsTo(Query),
            request => JsonAssert.Same("""{"rank_by":["title","Auto","something to boil water in"]}""", request.Body),
            request => JsonAssert.Same("""{"rank_by":["title","Auto","something to boil water in",{"route":"fused","vector":[1,0]}]}""", request.Body));

        Task<ReadOnlyMemory<float>> EmbedAsync(string input)
        {
            embedded = input;
            return Task.FromResult(Catalogue.Kettle);
        }
    }

    [Fact]
    public async Task Auto_RouteWithoutAVector_IsAskedOnce()
    {
        await using var gateway = new SnippetGateway().On(
            Query,
            """{"rows":[{"id":"kettle"}],"routing":{"route":"hybrid_text","policy":"short_text","tokens":1,"executed":true}}""");

        var reply = await QuerySnippets.AutoAsync(gateway.Client, _ => throw new InvalidOperationException("Nothing is to be embedded."), "kettle");

        Assert.Single(reply.Rows);
        Assert.Single(gateway.RequestsTo(Query));
    }

    [Fact]
    public async Task Embed_InTheGateway_SendsTheTextInPlaceOfAVector()
    {
        await using var gateway = new SnippetGateway().On(Query, Kettle);

        var reply = await QuerySnippets.EmbedAsync(gateway.Client, "kettle");

        Assert.Equal("kettle", reply.Rows[0].Id.ToString());
        JsonAssert.Same("""{"rank_by":["title","Auto","kettle",{"vector":["Embed","kettle"]}]}""", gateway.RequestTo(Query).Body);
    }

    [Fact]
    public async Task Batch_OfTwoQueries_HasTwoResults()
    {
        await using var gateway = new SnippetGateway().On(Query, """{"results":[{"rows":[{"id":"kettle"},{"id":"mug"}]},{"rows":[{"id":"pan"}]}]}""");

        var reply = await QuerySnippets.BatchAsync(gateway.Client, Catalogue.Kettle);

        Assert.Equal([2, 1], reply.Results.Select(result => result.Rows?.Count));
        JsonAssert.Same(
            """
            {"queries":[
              {"rank_by":["title","BM25","kettle"],"top_k":20},
              {"rank_by":["vector","ANN",[1,0]],"top_k":20,"filters":["color","Eq","red"]}]}
            """,
            gateway.RequestTo(Query).Body);
    }
}
