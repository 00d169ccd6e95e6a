using System.Net;

namespace Hevlayer.Tests.Errors;

public sealed class ErrorPropertyTests
{
    [Fact]
    public async Task Error_Route_IsTheTemplateAndHoldsNoId()
    {
        var error = await FailAsync(Reply.Error(404, "not_found"), client => client.GetChunksAsync("secret-pipeline", "secret-document"));

        Assert.Equal(("GET", "/v2/pipelines/{pipeline_id}/documents/{doc_id}/chunks"), (error.Method, error.Route));
        Assert.DoesNotContain("secret-", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Error_RetryAfter_IsWhatTheGatewayAskedFor(string? header, int? seconds)
    {
        var error = await FailAsync(Reply.Error(429, "upstream_error", header));

        Assert.Equal(seconds, (int?)error.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    [InlineData(400, false)]
    [InlineData(409, false)]
    [InlineData(501, false)]
    public async Task Error_IsTransient_FollowsTheStatus(int status, bool isTransient) =>
        Assert.Equal(isTransient, (await FailAsync(Reply.Error(status, "code"))).IsTransient);

    [Theory]
    [InlineData(502, false)]
    [InlineData(409, true)]
    public async Task Error_GatewaySaysWhetherToRetry_IsBelieved(int status, bool retryable)
    {
        var body = $$"""{"error":"upstream_error","message":"m","retryable":{{(retryable ? "true" : "false")}}}""";

        Assert.Equal(retryable, (await FailAsync(Reply.Json(body, status))).IsTransient);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(1024)]
    public async Task Error_LongBody_IsKeptUpToTheLimit(int limit)
    {
        var error = await FailAsync(
            Reply.Text(new string('ß', 5000), 400),
            configure: options => options.MaxErrorBodyLength = limit);

        Assert.Equal(limit, error.Body!.Length);
    }

    [Fact]
    public async Task Error_LongText_DoesNotFloodTheMessage()
    {
        var error = await FailAsync(Reply.Text(new string('x', 1_000_000), 400));

        Assert.InRange(error.Message.Length, 1, 4096);
    }

    [Fact]
    public async Task Error_BodyLargerThanTheBuffer_KeepsItsStart()
    {
        var error = await FailAsync(
            Reply.Text("plain text " + new string('x', 100_000), 400),
            configure: options => options.MaxBufferedReplyBytes = 64);

        Assert.StartsWith("plain text xxx", error.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    [Fact]
    public async Task Error_Subclasses_AreCaughtByTheBase()
    {
        using var refused = TestClients.Over(
            new StubHandler((_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
            configure: options => options.Retry.MaxAttempts = 1);

        Assert.IsType<HevlayerConnectionException>(await Assert.ThrowsAnyAsync<HevlayerException>(() => refused.GetChunksAsync("p", "d")));
    }

    [Fact]
    public void Client_AddressWithUserInfo_IsRefusedWithoutShowingIt()
    {
        var error = Assert.Throws<HevlayerOptionsException>(() => TestClients.Over(
            StubHandler.Always("[]"),
            configure: static options => options.BaseAddress = new Uri("http://user:password@gateway.test")));

        Assert.DoesNotContain("password", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("http://gateway.test", error.Message, StringComparison.Ordinal);
    }

    private static async Task<HevlayerException> FailAsync(
        HttpResponseMessage reply,
        Func<HevlayerClient, Task>? call = null,
        Action<HevlayerClientOptions>? configure = null)
    {
        using var client = TestClients.Over(new StubHandler((_, _) => reply), configure: options =>
        {
            options.Retry.MaxAttempts = 1;
            configure?.Invoke(options);
        });
        return await Assert.ThrowsAsync<HevlayerException>(() => call?.Invoke(client) ?? client.GetPipelineStatusAsync("p"));
    }
}
