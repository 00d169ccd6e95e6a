using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Wire;

public sealed class EnsurePipelineTests(Gateway gateway) : IClassFixture<Gateway>
{
    private const string Conflict = """{"error":"conflict","message":"pipeline p already exists"}""";

    [Fact]
    public async Task EnsurePipeline_NoMetric_LeavesItToTheGateway()
    {
        Prepare(Pipeline("p", "n", "cosine_distance"), status: 200, list: "[]");
        await using var client = TestClients.Connected(gateway.Address);

        await client.EnsurePipelineAsync("p", "n");

        JsonAssert.Same("""{"id":"p","target_namespace":"n"}""", Assert.Single(gateway.Requests).Body);
    }

    [Fact]
    public async Task EnsurePipeline_IdIsTaken_ReturnsTheOneThatIsThere()
    {
        Prepare(Conflict, 409, $"[{Pipeline("other", "m", "cosine_distance")},{Pipeline("p", "n", "cosine_distance")}]");
        await using var client = TestClients.Connected(gateway.Address);

        var pipeline = await client.EnsurePipelineAsync("p", "n");

        Assert.Equal(("p", "n"), (pipeline.Id, pipeline.TargetNamespace));
        Assert.Equal(["POST /v2/pipelines", "GET /v2/pipelines"], gateway.Requests.Select(request => $"{request.Method} {request.Target}"));
    }

    [Fact]
    public async Task EnsurePipeline_IdIsTakenButNotListed_FailsWithTheConflict()
    {
        Prepare(Conflict, 409, $"[{Pipeline("P", "n", "cosine_distance")}]");
        await using var client = TestClients.Connected(gateway.Address);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.EnsurePipelineAsync("p", "n"));

        Assert.Equal((HttpStatusCode.Conflict, "conflict", "POST"), (error.StatusCode, error.Code, error.Method));
        Assert.Contains("pipeline p already exists", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elsewhere", "cosine_distance", null, "elsewhere")]
    [InlineData("n", "euclidean_squared", null, "euclidean_squared")]
    [InlineData("n", "cosine_distance", "euclidean_squared", "cosine_distance")]
    [InlineData("n", "hamming", null, "hamming")]
    public async Task EnsurePipeline_ExistingDiffers_FailsAndNamesBoth(string target, string metric, string? wanted, string named)
    {
        Prepare(Conflict, 409, $"[{Pipeline("p", target, metric)}]");
        await using var client = TestClients.Connected(gateway.Address);

        var error = await Assert.ThrowsAsync<PipelineMismatchException>(
            () => client.EnsurePipelineAsync("p", "n", wanted is null ? default(DistanceMetric?) : new DistanceMetric(wanted)));

        Assert.Equal((target, metric), (error.Existing.TargetNamespace, error.Existing.DistanceMetric.Value));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "conflict", "/v2/pipelines"), (error.StatusCode, error.Code, error.Route));
    }

    [Fact]
    public async Task EnsurePipeline_ReplyLostAfterCreating_FindsThePipeline()
    {
        var stub = StubHandler.InTurn(
            null,
            () => throw new HttpRequestException("reset", new IOException("reset")),
            () => Reply.Json($$"""{"pipelines":[{{Pipeline("p", "n", "cosine_distance")}}]}"""));
        using var client = TestClients.Over(stub);

        Assert.Equal("p", (await client.EnsurePipelineAsync("p", "n")).Id);
        Assert.Equal(["POST", "GET"], stub.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task EnsurePipeline_CreateFailedBeforeCreating_FailsWithTheFirstError()
    {
        var stub = StubHandler.InTurn(null, () => Reply.Error(502, "upstream_error"), () => Reply.Json("""{"pipelines":[]}"""));
        using var client = TestClients.Over(stub);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.EnsurePipelineAsync("p", "n"));

        Assert.Equal((HttpStatusCode.BadGateway, "POST"), (error.StatusCode, error.Method));
    }

    [Theory]
    [InlineData(40, "GET")]
    [InlineData(30, "POST")]
    public async Task EnsurePipeline_NobodyAnswers_EndsWithOneTotalTime(int totalSeconds, string lastCall)
    {
        var clock = new FakeTimeProvider();
        var stub = new StubHandler((_, _, stop) => Never.ComesAsync<HttpResponseMessage>(stop), clock);
        using var client = TestClients.Over(stub, clock, options =>
        {
            options.TotalTimeout = TimeSpan.FromSeconds(totalSeconds);
            options.AttemptTimeout = TimeSpan.FromSeconds(30);
        });

        var error = await clock.FailAsync<HevlayerTimeoutException>(() => client.EnsurePipelineAsync("p", "n"));

        Assert.Equal(lastCall, error.Method);
        Assert.InRange(clock.GetUtcNow() - clock.Start, TimeSpan.FromSeconds(totalSeconds), TimeSpan.FromSeconds(totalSeconds + 0.2));
    }

    [Fact]
    public async Task EnsurePipeline_GatewayHasNoPipelines_SaysSo()
    {
        using var client = TestClients.Over(new StubHandler((_, _) => Reply.Text("", 404)));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.EnsurePipelineAsync("p", "n"));

        Assert.Contains("does not serve the route", error.Message, StringComparison.Ordinal);
    }

    private static string Pipeline(string id, string target, string metric) =>
        $$"""{"id":"{{id}}","target_namespace":"{{target}}","distance_metric":"{{metric}}","created_at":"2026-01-02T03:04:05Z"}""";

    private void Prepare(string created, int status, string list)
    {
        gateway.Reset();
        gateway.Answer("POST", "/v2/pipelines", created, status);
        gateway.Answer("GET", "/v2/pipelines", $$"""{"pipelines":{{list}}}""");
    }
}
