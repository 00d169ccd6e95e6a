using System.Net;

namespace Hevlayer.Tests.Errors;

/// <summary>Every shape of error reply that exists, and what the caller gets to read of it.</summary>
public sealed class ErrorShapeTests
{
    private const string Html = "<!DOCTYPE html>\n<html><body><h1>502 Bad Gateway</h1></body></html>";

    // Status, body, code, then a part of the message.
    [Theory]
    [InlineData(404, """{"error":"not_found","message":"unknown pipeline p"}""", "not_found", "unknown pipeline p")]
    [InlineData(422, """{"message":"limit must be positive","error":"validation_error"}""", "validation_error", "limit must be positive")]
    [InlineData(422, """{"error":"UnsupportedByStore","message":"no","store":"s","route":"r"}""", "UnsupportedByStore", "422 UnsupportedByStore: no")]
    [InlineData(503, """{"error":"cache_cold","message":"warm it","cache_state":"cold"}""", "cache_cold", "warm it")]
    [InlineData(404, """{"error":"not_found"}""", "not_found", "404 not_found")]
    [InlineData(404, """{"error":"no vector store named x"}""", null, "no vector store named x")]
    [InlineData(401, """{"error":"missing or invalid API key"}""", null, "missing or invalid API key")]
    [InlineData(400, """{"status":"error","error":"💔 invalid filter: unknown attribute"}""", null, "💔 invalid filter: unknown attribute")]
    [InlineData(400, """{"status":"error","message":"too many rows"}""", null, "too many rows")]
    [InlineData(400, """{"error":{"type":"bad","detail":"x"}}""", null, "Some reason")]
    [InlineData(400, """{"error":null,"message":null}""", null, "Some reason")]
    [InlineData(422, "Failed to deserialize the JSON body into the target type: limit: invalid type", null, "Failed to deserialize the JSON body")]
    [InlineData(413, "length limit exceeded", null, "length limit exceeded")]
    [InlineData(400, "[1,2]", null, "[1,2]")]
    [InlineData(400, "{\"error\":\"cut", null, "{\"error\":\"cut")]
    [InlineData(404, "", null, "Some reason")]
    [InlineData(502, Html, null, "The answer is a web page: the address may not be that of a gateway.")]
    [InlineData(404, "<HTML><p>nginx</p></HTML>", null, "The answer is a web page")]
    public async Task Error_AnyShape_GivesCodeAndMessage(int status, string body, string? code, string message)
    {
        var error = await FailAsync(status, body);

        Assert.Equal(((HttpStatusCode)status, code), ((HttpStatusCode)error.StatusCode!, error.Code));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("getPipelineStatus failed with " + status, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("[GET /v2/pipelines/{pipeline_id}/status]", error.Message, StringComparison.Ordinal);
        Assert.Equal(body.Length == 0 ? null : body, error.Body);
    }

    /// <summary>The status and Retry-After have been heard: a body that breaks off must not make a lost reply of a refusal.</summary>
    [Theory]
    [InlineData(401, "gzip", false)]
    [InlineData(404, "gzip", false)]
    [InlineData(429, "gzip", true)]
    [InlineData(429, null, true)]
    [InlineData(503, null, true)]
    public async Task Error_WhoseBodyCannotBeRead_KeepsItsStatus(int status, string? coding, bool isTransient)
    {
        using var client = TestClients.Over(
            new StubHandler((_, _) =>
            {
                var reply = Reply.Stream(coding is null ? ScriptedStream.Breaking("{\"error\":\"x") : (Stream)new MemoryStream([1, 2, 3, 4, 5]), status).With("Retry-After", "7");
                if (coding is not null)
                {
                    reply.Content.Headers.ContentEncoding.Add(coding);
                }

                return reply;
            }),
            configure: static options => options.Retry.MaxAttempts = 1);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.GetPipelineStatusAsync("p"));

        Assert.Equal(((HttpStatusCode)status, TimeSpan.FromSeconds(7), isTransient, false), (error.StatusCode, error.RetryAfter, error.IsTransient, error.HasGatewayBody));
        Assert.Null(error.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("404 page not found")]
    [InlineData(Html)]
    public async Task Error_404ThatIsNotTheGateways_SaysThatTheRouteIsMissing(string body) =>
        Assert.EndsWith(
            ". This gateway does not serve the route: it needs the pro edition with a PostgreSQL database. [GET /v2/pipelines/{pipeline_id}/status]",
            (await FailAsync(404, body)).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task Error_404ForARouteOfEveryEdition_SaysWhatToCheck()
    {
        using var client = TestClients.Over(new StubHandler((_, _) => Reply.Text("", 404)));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.ListNamespaces().Pages().GetAsyncEnumerator().MoveNextAsync().AsTask());

        Assert.Equal(
            "listNamespaces failed with 404: Not Found. This gateway does not serve the route, which every edition has: check BaseAddress and the gateway's version. [GET /v2/namespaces]",
            error.Message);
    }

    [Fact]
    public async Task Error_404ForARouteWithABackend_NamesIt()
    {
        using var client = TestClients.Over(new StubHandler((_, _) => Reply.Text("", 404)));

        var keys = await Assert.ThrowsAsync<HevlayerException>(() => client.Api.ListKeysAsync());
        var warehouses = await Assert.ThrowsAsync<HevlayerException>(() => client.Api.ListWarehousesAsync());
        var agent = await Assert.ThrowsAsync<HevlayerException>(() => client.QueryAgentAsync("a", new() { Query = "q" }));
        var checkpoints = await Assert.ThrowsAsync<HevlayerException>(() => client.Api.ListCheckpointsAsync("n"));

        Assert.Contains("it needs the pro edition with a key store. [", keys.Message, StringComparison.Ordinal);
        Assert.Contains("it needs the pro edition in Kubernetes. [", warehouses.Message, StringComparison.Ordinal);
        Assert.Contains("it needs the pro edition with agents switched on. [", agent.Message, StringComparison.Ordinal);
        Assert.Contains("it needs the pro edition. [", checkpoints.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":"not_found","message":"unknown pipeline p"}""")]
    [InlineData("""{"error":"namespace n was not found","status":"error"}""")]
    public async Task Error_404OfTheGateway_DoesNotBlameTheRoute(string body) =>
        Assert.DoesNotContain("does not serve", (await FailAsync(404, body)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Error_ScopeIsMissing_NamesIt()
    {
        var error = await FailAsync(403, """{"error":"the key lacks a scope","required_scope":"admin"}""");

        Assert.Equal(("admin", null), (error.RequiredScope, error.Code));
        Assert.Contains("The key lacks the scope admin.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_NoKey_SaysWhereToSetIt() =>
        Assert.Contains("HEVLAYER_API_KEY", (await FailAsync(401, """{"error":"missing key"}""")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Error_Redirect_IsNotFollowedAndSaysWhatToDo(int status)
    {
        await using var elsewhere = new RawServer(RawReply.Json("[]"));
        await using var server = new RawServer(RawReply.Json("", status, $"Location: {elsewhere.Address}\r\n"));
        await using var client = TestClients.Connected(server.Address);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.GetChunksAsync("p", "d"));

        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Contains("redirects; set the final one as BaseAddress", error.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    private static async Task<HevlayerException> FailAsync(int status, string body)
    {
        await using var server = new RawServer(RawReply.Json(body, status));
        await using var client = TestClients.Connected(server.Address, options => options.Retry.MaxAttempts = 1);
        return await Assert.ThrowsAsync<HevlayerException>(() => client.GetPipelineStatusAsync("p"));
    }
}
