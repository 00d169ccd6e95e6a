namespace Hevlayer.Tests.Building;

public sealed class QueryCheckTests
{
    private static readonly QueryRequest Text = new() { RankBy = RankBy.Bm25("text", "kettle") };

    public static TheoryData<string, QueryRequest> Wrong => new()
    {
        { "request.Between", Text with { Between = [5, 5] } },
        { "request.Between", Text with { Between = [6, 5] } },
        { "request.Between", Text with { Between = [-1, 5] } },
        { "request.Between", Text with { Between = [5] } },
        { "request.AsOf", Text with { AsOf = -1 } },
        { "request", Text with { AsOf = 5, Between = [1, 2] } },
        { "request", Text with { NearestToId = ["a"] } },
        { "request.Filters", Text with { Filters = default(System.Text.Json.JsonElement) } },
        { "request.RankBy", new() { RankBy = [] } },
        { "request.NearestToId", new() { NearestToId = [] } },
        { "request.NearestToId[0]", new() { NearestToId = [""] } },
        { "request.TopK", Text with { TopK = 0 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task WrongQuery_IsRefusedBeforeAnythingIsSent(string argument, QueryRequest request)
    {
        using var handler = StubHandler.Always("""{"rows":[]}""");
        await using var layer = new HevlayerClient(new() { BaseAddress = new("http://gateway.test") }, handler);

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            layer.Namespace("products").QueryAsync(request, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(argument, error.ParamName);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task TypedQuery_IsSentAsTheWireHasIt()
    {
        using var handler = StubHandler.Always("""{"rows":[]}""");
        await using var layer = new HevlayerClient(new() { BaseAddress = new("http://gateway.test") }, handler);

        await layer.Namespace("products").QueryAsync(
            new() { RankBy = RankBy.HybridText("text", "ketle"), Filters = Filter.Gte("price", 10), Between = [1, 2], TopK = 3 },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            ("POST", "/v2/namespaces/products/query", """{"top_k":3,"filters":["price","Gte",10],"between":[1,2],"rank_by":["text","HybridText","ketle"]}"""),
            Sent(Assert.Single(handler.Requests)));
    }

    private static (string Method, string Target, string Body) Sent(SentRequest request) => (request.Method, request.Target, request.Body);
}
