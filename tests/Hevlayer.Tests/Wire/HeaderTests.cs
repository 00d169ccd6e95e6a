namespace Hevlayer.Tests.Wire;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("secret", "Bearer secret")]
    [InlineData("  secret\n", "Bearer secret")]
    [InlineData("hvl_a-b_c.d~e+f/g==", "Bearer hvl_a-b_c.d~e+f/g==")]
    public async Task Authorization_KeyIsSet_IsTheTrimmedBearer(string key, string header)
    {
        var request = await SendAsync(options => options.ApiKey = key);

        Assert.Equal(header, request.Headers["Authorization"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Authorization_NoKey_IsAbsent(string? key)
    {
        var request = await SendAsync(options => options.ApiKey = key);

        Assert.DoesNotContain("Authorization", request.Headers.Keys);
    }

    [Fact]
    public async Task UserAgent_EveryRequest_NamesTheClientAndItsVersion()
    {
        var request = await SendAsync(_ => { });

        var version = typeof(HevlayerClient).Assembly.GetName().Version!.ToString(3);
        Assert.Equal($"hevlayer-dotnet/{version}", request.Headers["User-Agent"]);
    }

    [Fact]
    public async Task Headers_Repeat_AreNotDoubled()
    {
        await using var server = new RawServer(RawReply.Json("{}", 503), RawReply.Json(Reply.Staged));
        await using var client = TestClients.Connected(server.Address, options => options.ApiKey = "secret");

        await client.PutChunksAsync("p", "d", [new() { Id = "c" }]);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal("Bearer secret", request.Headers["Authorization"]));
        Assert.Equal(server.Requests[0].Headers["User-Agent"], server.Requests[1].Headers["User-Agent"]);
        Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
    }

    [Fact]
    public async Task ContentType_PostWithoutBody_IsAbsent()
    {
        await using var server = new RawServer(RawReply.Json("{}", 404));
        await using var client = TestClients.Connected(server.Address);

        await Assert.ThrowsAsync<HevlayerException>(() => client.Api.PauseUdfAsync("u"));

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", ""), (request.Method, request.Body));
        Assert.DoesNotContain("Content-Type", request.Headers.Keys);
    }

    [Fact]
    public async Task ContentType_Blob_IsOctetStream()
    {
        await using var server = new RawServer(RawReply.Json("{}", 404));
        await using var client = TestClients.Connected(server.Address);

        await Assert.ThrowsAsync<HevlayerException>(() => client.Api.PutBlobAsync("n", new ByteArrayContent([1, 2, 3])));

        Assert.Equal("application/octet-stream", Assert.Single(server.Requests).Headers["Content-Type"]);
    }

    [Fact]
    public async Task SearchHeaders_Given_AreSentAsTheyAre()
    {
        var stub = StubHandler.Always("""{"rows":[]}""");
        using var client = TestClients.Over(stub);

        await client.Api.QueryNamespaceAsync("n", new() { NearestToId = ["a"] }, "red shoes", "a,b", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        var headers = Assert.Single(stub.Requests).Headers;
        Assert.Equal(("red shoes", "a,b"), (headers["x-hevlayer-search-query"], headers["x-hevlayer-tags"]));
        Assert.StartsWith("00-0af7651916cd43dd", headers["traceparent"], StringComparison.Ordinal);
    }

    private static async Task<SentRequest> SendAsync(Action<HevlayerClientOptions> configure)
    {
        await using var server = new RawServer(RawReply.Json("[]"));
        await using var client = TestClients.Connected(server.Address, configure);
        await client.GetChunksAsync("p", "d");
        return Assert.Single(server.Requests);
    }
}
