using System.Net;
using System.Text.Json;

namespace Hevlayer.Tests.Errors;

/// <summary>Replies that say success and do not follow the contract.</summary>
public sealed class WrongReplyTests
{
    [Theory]
    [InlineData("<!doctype html><html></html>", "the reply is a web page: the address may not be that of a gateway")]
    [InlineData("", "the reply has no body")]
    [InlineData("null", "does not follow the contract")]
    [InlineData("[]", "does not follow the contract")]
    [InlineData("\"OK\"", "does not follow the contract")]
    [InlineData("{}", "does not follow the contract")]
    [InlineData("""{"pipelines":null}""", "does not follow the contract")]
    [InlineData("""{"pipelines":{}}""", "does not follow the contract")]
    [InlineData("""{"pipelines":[{"id":"p"}]}""", "does not follow the contract")]
    [InlineData("""{"pipelines":[""", "does not follow the contract")]
    [InlineData("OK", "does not follow the contract")]
    public async Task Reply_NotTheContract_IsAnErrorThatSaysSo(string body, string message)
    {
        await using var server = new RawServer(RawReply.Json(body));
        await using var client = TestClients.Connected(server.Address);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.Api.ListPipelinesAsync());

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("listPipelines: ", error.Message, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "GET", "/v2/pipelines"), (error.StatusCode, error.Method, error.Route));
        Assert.Equal((body, false, 1), (error.Body, error.IsTransient, error.Attempts));
        Assert.IsType<JsonException>(error.InnerException);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Reply_SaysThatThereIsNoContent_IsAnError()
    {
        using var client = TestClients.Over(new StubHandler((_, _) => new HttpResponseMessage(HttpStatusCode.NoContent)));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.HeartbeatAsync("p", ["a"], "w"));

        Assert.Equal((HttpStatusCode.NoContent, false), (error.StatusCode, error.IsTransient));
    }

    [Fact]
    public async Task Reply_SaysThatThereIsNoContentOfAStatus_IsASuccess()
    {
        using var client = TestClients.Over(new StubHandler((_, _) => new HttpResponseMessage(HttpStatusCode.NoContent)));

        var deleted = await client.Api.DeletePipelineAsync("p");

        Assert.Equal(string.Empty, deleted.Status);
    }

    [Fact]
    public async Task Reply_NotTheContractAfterARepeat_CountsBothAttempts()
    {
        using var client = TestClients.Over(StubHandler.InTurn(null, () => Reply.Error(503, "gateway_draining"), () => Reply.Json("[]")));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.Api.ListPipelinesAsync());

        Assert.Equal(2, error.Attempts);
    }

    [Fact]
    public async Task Reply_LongAndWrong_KeepsItsStart()
    {
        using var client = TestClients.Over(StubHandler.Always("nonsense " + new string('x', 5000)));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.Api.ListPipelinesAsync());

        Assert.Equal(1024, error.Body!.Length);
    }

    [Theory]
    [InlineData("""{"pipeline_id":"p","stage":7,"updated":1}""")]
    [InlineData("""{"pipeline_id":"p","stage":null,"updated":1}""")]
    [InlineData("""{"pipeline_id":"p","stage":"s","updated":"many"}""")]
    [InlineData("""{"pipeline_id":"p","stage":"s","updated":1.5}""")]
    [InlineData("""{"pipeline_id":"p","stage":"s","updated":99999999999999999999}""")]
    public async Task Reply_MemberOfAnotherKind_IsAnError(string body)
    {
        using var client = TestClients.Over(StubHandler.Always(body));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.HeartbeatAsync("p", ["a"], "w"));

        Assert.Equal(body, error.Body);
    }

    [Theory]
    [InlineData("[null,null]", 4096)]
    [InlineData("""[{"id":"c"},null]""", 4096)]
    [InlineData("[null,null]", 0)]
    public async Task Chunks_WithANull_AreAnErrorThatSaysSo(string body, int maxBuffered)
    {
        using var client = TestClients.Over(StubHandler.Always(body), configure: options => options.MaxBufferedReplyBytes = maxBuffered);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.GetChunksAsync("p", "d"));

        Assert.Contains("does not follow the contract: There is a null in the reply.", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Half a surrogate pair is legal JSON and no text.</summary>
    [Theory]
    [InlineData("""{"error":"not_found","message":"\ud800"}""")]
    [InlineData("""{"error":"\udc00","message":"m"}""")]
    [InlineData("""{"error":"not_found","\ud83d":"m"}""")]
    [InlineData("""{"error":"not_found","store":"\ud83d"}""")]
    public async Task Error_WithHalfACharacter_IsAnErrorOfTheClient(string body)
    {
        using var client = TestClients.Over(new StubHandler((_, _) => Reply.Json(body, 404)));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.GetChunksAsync("p", "d"));

        Assert.Equal((HttpStatusCode.NotFound, body), (error.StatusCode, error.Body));
    }

    [Theory]
    [InlineData("Content-Length: 2\r\nContent-Length: 4\r\n")]
    [InlineData("Content-Length: 4\r\nContent-Length: 2\r\n")]
    [InlineData("Content-Length: 2, 4\r\n")]
    public async Task Reply_OfTwoLengths_IsATypedError(string lengths)
    {
        await using var server = new RawServer(RawReply.Text($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n{lengths}\r\n[]  "));
        await using var client = TestClients.Connected(server.Address);

        var error = await Assert.ThrowsAnyAsync<HevlayerException>(() => client.GetChunksAsync("p", "d"));

        Assert.Contains("Content-Length", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Reply_OfOneLengthSaidTwice_IsRead()
    {
        await using var server = new RawServer(RawReply.Text("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n[]"));
        await using var client = TestClients.Connected(server.Address);

        Assert.Empty(await client.GetChunksAsync("p", "d"));
    }

    [Theory]
    [InlineData("""{"rows":[{"id":"a","$dist":"near"}]}""")]
    [InlineData("""{"rows":[7]}""")]
    [InlineData("""{"rows":"none"}""")]
    public async Task Rows_OfAnotherKind_AreAnError(string body)
    {
        using var client = TestClients.Over(StubHandler.Always(body));

        await Assert.ThrowsAsync<HevlayerException>(() => client.Namespace("n").QueryAsync(new() { NearestToId = ["a"] }));
    }

    [Theory]
    [InlineData("{\"id\":\"s\"")]
    [InlineData("""{"neither":1}""")]
    public async Task Scan_NeitherCountNorJob_IsAnError(string body)
    {
        using var client = TestClients.Over(StubHandler.Always(body));

        await Assert.ThrowsAsync<HevlayerException>(() => client.Api.CreateScanAsync("n", new()));
    }
}
