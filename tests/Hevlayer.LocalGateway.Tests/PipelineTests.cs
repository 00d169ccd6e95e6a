using System.Net;

namespace Hevlayer.Local.Tests;

public sealed class PipelineTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Create_NewId_EchoesTheDefinitionWithItsDefaults()
    {
        var pipeline = (await _gateway.PostAsync("/v2/pipelines", """{"id":"p","target_namespace":"n"}""")).Ok().Json;

        Assert.Equal("p", pipeline.GetProperty("id").GetString());
        Assert.Equal("n", pipeline.GetProperty("target_namespace").GetString());
        Assert.Equal("cosine_distance", pipeline.GetProperty("distance_metric").GetString());
        Assert.Equal(_gateway.Clock.GetUtcNow(), pipeline.GetProperty("created_at").GetDateTimeOffset());
    }

    [Fact]
    public async Task Create_ExistingId_Conflicts()
    {
        await _gateway.CreatePipelineAsync();

        var second = await _gateway.PostAsync("/v2/pipelines", """{"id":"p","target_namespace":"other"}""");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("conflict", second.Error);
        Assert.Contains("'p'", second.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"","target_namespace":"n"}""", "id")]
    [InlineData("""{"id":"p","target_namespace":" "}""", "target_namespace")]
    [InlineData("""{"id":"p","target_namespace":"n","distance_metric":"hamming"}""", "distance_metric")]
    public async Task Create_BadField_NamesIt(string body, string field)
    {
        var reply = await _gateway.PostAsync("/v2/pipelines", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal("validation_error", reply.Error);
        Assert.Contains(field, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_TwoPipelines_ShowsTheOlderFirst()
    {
        await _gateway.PostAsync("/v2/pipelines", """{"id":"z","target_namespace":"n"}""");
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        await _gateway.PostAsync("/v2/pipelines", """{"id":"a","target_namespace":"n"}""");

        var list = (await _gateway.GetAsync("/v2/pipelines")).Ok().Json.GetProperty("pipelines");

        Assert.Equal(["z", "a"], list.EnumerateArray().Select(pipeline => pipeline.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Delete_Pipeline_ForgetsItsQueue()
    {
        await _gateway.CreatePipelineAsync();
        await _gateway.StageAsync("a");

        Assert.Equal(HttpStatusCode.OK, (await _gateway.DeleteAsync("/v2/pipelines/p")).Status);

        var again = await _gateway.DeleteAsync("/v2/pipelines/p");
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Contains("pipeline 'p'", again.Message, StringComparison.Ordinal);
        await _gateway.CreatePipelineAsync();
        Assert.Empty(await _gateway.ClaimAsync());
    }

    [Theory]
    [InlineData("GET", "/v2/pipelines/none/status", null)]
    [InlineData("POST", "/v2/pipelines/none/claim", """{"worker_id":"w"}""")]
    [InlineData("PUT", "/v2/pipelines/none/documents/a", """{"chunks":[]}""")]
    [InlineData("POST", "/v2/pipelines/none/documents/heartbeat", """{"worker_id":"w","document_ids":[]}""")]
    public async Task AnyCall_UnknownPipeline_NamesIt(string method, string path, string? body)
    {
        var reply = await _gateway.SendAsync(method, path, body);

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal("not_found", reply.Error);
        Assert.Contains("'none'", reply.Message, StringComparison.Ordinal);
    }
}
