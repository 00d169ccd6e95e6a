using System.Text.Json;
using Hevlayer.Tests.Shared;

namespace Hevlayer.Wire.Tests.Fallback;

public sealed class QueryTranslationTests
{
    public static TheoryData<string, QueryRequest> Untellable => new()
    {
        { "nearest to an id", new() { NearestToId = ["a"] } },
        { "ranked", new() { RankBy = [Json("\"text\""), Json("\"BM25\""), Json("\"tea\"")] } },
        { "vector and rank", new() { Vector = Vector, RankBy = [Json("\"text\"")] } },
        { "next page", new() { Vector = Vector, Cursor = "next" } },
        { "as of a time", new() { Vector = Vector, AsOf = 1 } },
        { "between times", new() { Vector = Vector, Between = [1, 2] } },
        { "no vector", new() { TopK = 3 } },
        { "empty vector", new() { Vector = Array.Empty<float>() } },
    };

    private static ReadOnlyMemory<float> Vector => new float[] { 0.5f, -1 };

    [Fact]
    public async Task VectorQuery_FallsThrough_IsToldInTurbopuffersWords()
    {
        await using var turbopuffer = new RawServer(RawReply.Json("""{"rows":[{"id":7,"$dist":0.25,"title":"tea"}]}"""));
        await using var layer = new HevlayerClient(Clients.Options(Nobody.Address, turbopuffer.Address));

        var reply = await layer.Api.QueryNamespaceAsync(
            "products",
            new() { Vector = Vector, TopK = 3, Filters = Json("""["price","Lt",5]"""), IncludeAttributes = Json("""["title"]""").Deserialize<IncludeAttributes>(HevlayerJson.Options), IncludeLegBreakdown = true },
            searchQuery: "cheap tea",
            tags: "shop",
            traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            cancellationToken: TestContext.Current.CancellationToken);

        var seen = Assert.Single(turbopuffer.Requests);
        Assert.Equal(
            """{"rank_by":["vector","ANN",[0.5,-1]],"top_k":3,"consistency":{"level":"eventual"},"filters":["price","Lt",5],"include_attributes":["title"]}""",
            seen.Body);
        Assert.DoesNotContain(seen.Headers.Keys, name => name.StartsWith("x-hevlayer", StringComparison.OrdinalIgnoreCase) || name.Equals("traceparent", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("application/json", seen.Headers["content-type"]);
        Assert.Single(reply.Rows);
    }

    [Fact]
    public async Task VectorQuery_OnlyAVector_GetsTheDefaults()
    {
        await using var turbopuffer = new RawServer(RawReply.Json("{}"));
        await using var layer = new HevlayerClient(Clients.Options(Nobody.Address, turbopuffer.Address));

        await layer.Namespace("products").QueryAsync(new() { Vector = Vector }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"rank_by":["vector","ANN",[0.5,-1]],"top_k":10,"consistency":{"level":"eventual"}}""",
            Assert.Single(turbopuffer.Requests).Body);
    }

    [Theory]
    [MemberData(nameof(Untellable))]
    public async Task Query_TurbopufferCannotBeToldOfIt_FailsAsItDidAtTheGateway(string situation, QueryRequest query)
    {
        await using var turbopuffer = new RawServer(RawReply.Json("{}"));
        await using var layer = new HevlayerClient(Clients.Options(Nobody.Address, turbopuffer.Address));

        var error = await Assert.ThrowsAsync<HevlayerConnectionException>(
            () => layer.Api.QueryNamespaceAsync("products", query, cancellationToken: TestContext.Current.CancellationToken));

        Assert.True(error.Attempts == Clients.Attempts, situation);
        Assert.Empty(turbopuffer.Requests);
    }

    [Theory]
    [InlineData("as_of", "1")]
    [InlineData("between", "[1,2]")]
    [InlineData("cursor", "\"next\"")]
    [InlineData("nearest_to_id", "[\"a\"]")]
    public async Task NativeQuery_AsksForWhatOnlyTheGatewayHas_FailsAsItDidAtTheGateway(string member, string value)
    {
        await using var turbopuffer = new RawServer(RawReply.Json("{}"));
        await using var layer = new HevlayerClient(Clients.Options(Nobody.Address, turbopuffer.Address));
        var query = new TurbopufferQueryRequest { AdditionalMembers = new Dictionary<string, JsonElement> { [member] = Json(value) } };

        await Assert.ThrowsAsync<HevlayerConnectionException>(
            () => layer.Api.QueryTurbopufferNamespaceAsync("products", query, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Empty(turbopuffer.Requests);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
