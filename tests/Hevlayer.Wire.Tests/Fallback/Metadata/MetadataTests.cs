using System.Net;
using Hevlayer.Tests.Shared;

namespace Hevlayer.Wire.Tests.Fallback;

public sealed class MetadataTests
{
    private const string Trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static readonly Uri Gateway = new("http://gateway.test");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Helper_AnsweredAtTheSecondAttempt_ReturnsAllThatTheReplySaid()
    {
        var attempts = 0;
        await using var layer = Client(_ => ++attempts == 1
            ? Reply.Json("{}", 503)
            : Reply.Json(Clients.MinimalReply("fetchDocument"))
                .With("x-layer-cache", "miss-on-error")
                .With("x-layer-warning", "vector_attribute_dropped, other")
                .With("x-layer-warning", "third")
                .With("x-layer-stable-as-of", "1700000000000")
                .With("x-layer-next-cursor", "next")
                .With("x-layer-partial", "true")
                .With("traceparent", Trace));

        var (document, metadata) = await layer.WithMetadataAsync((client, token) => client.Namespace("products").FetchAsync("a", cancellationToken: token), Token);

        Assert.Equal("id", document.Id);
        Assert.Equal("fetchDocument", metadata!.Operation.Id);
        Assert.Equal(HttpStatusCode.OK, metadata.StatusCode);
        Assert.Equal(2, metadata.Attempts);
        Assert.True(metadata.Elapsed >= TimeSpan.Zero);
        Assert.Equal("miss-on-error", metadata.CacheStatus);
        Assert.Equal(["vector_attribute_dropped", "other", "third"], metadata.Warnings);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1700000000000), metadata.StableAsOf);
        Assert.Equal("next", metadata.NextCursor);
        Assert.True(metadata.IsPartial);
        Assert.Equal(Trace, metadata.TraceParent);
        Assert.Equal("4bf92f3577b34da6a3ce929d0e0e4736", metadata.TraceId);
        Assert.Equal(ReplySource.Gateway, metadata.AnsweredBy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00-4bf9-00f0-01")]
    [InlineData("nonsense")]
    public async Task Reply_WithNothingUsable_LeavesTheRestEmpty(string trace)
    {
        await using var layer = Client(_ => Reply.Json(Clients.MinimalReply("getPipelineStatus"))
            .With("traceparent", trace)
            .With("x-layer-stable-as-of", "soon"));

        var (_, metadata) = await layer.WithMetadataAsync((client, token) => client.GetPipelineStatusAsync("p", token), Token);

        Assert.Null(metadata!.TraceId);
        Assert.Null(metadata.StableAsOf);
        Assert.Null(metadata.CacheStatus);
        Assert.Null(metadata.NextCursor);
        Assert.Empty(metadata.Warnings);
        Assert.False(metadata.IsPartial);
    }

    [Fact]
    public async Task CallsAtTheSameTime_EachGetTheirOwn()
    {
        await using var layer = new HevlayerClient(Clients.Options(Gateway), new StubHandler(async (request, _, token) =>
        {
            await Task.Yield();
            token.ThrowIfCancellationRequested();
            return Reply.Json("{}").With("x-layer-cache", request.Path.Split('/')[^2]);
        }));

        var calls = Enumerable.Range(0, 200).Select(number =>
            layer.WithMetadataAsync((client, token) => client.Api.GetTurbopufferNamespaceSchemaAsync($"n{number}", cancellationToken: token), Token));
        var replies = await Task.WhenAll(calls);

        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"n{number}"), replies.Select(reply => reply.Metadata!.CacheStatus));
    }

    [Fact]
    public async Task NestedCaptures_InnerSeesItsOwnAndOuterSeesTheLast()
    {
        await using var layer = Client(request => Reply.Json("{}").With("x-layer-cache", request.Path.Split('/')[^2]));

        var ((first, inner), outer) = await layer.WithMetadataAsync(
            async (client, token) =>
            {
                await SchemaAsync(client, "before", token);
                var nested = await client.WithMetadataAsync((same, stop) => SchemaAsync(same, "inner", stop), token);
                Assert.NotNull(MetadataOfNoCall(await client.WithMetadataAsync((_, _) => Task.FromResult(1), token)));
                await SchemaAsync(client, "after", token);
                return nested;
            },
            Token);

        Assert.NotNull(first);
        Assert.Equal("inner", inner!.CacheStatus);
        Assert.Equal("after", outer!.CacheStatus);
    }

    [Fact]
    public async Task CaptureWithoutARequest_HasNoMetadata_AndLaterCallsAreNotItsOwn()
    {
        await using var layer = Client(_ => Reply.Json("{}"));

        var (value, metadata) = await layer.WithMetadataAsync((_, _) => Task.FromResult(5), Token);
        await SchemaAsync(layer, "later", Token);

        Assert.Equal(5, value);
        Assert.Null(metadata);
    }

    [Fact]
    public async Task HelperOfSeveralRequests_LastReplyDecides()
    {
        await using var layer = Client(request => request.Method == "POST"
            ? Reply.Json("""{"error":"conflict","message":"taken"}""", 409)
            : Reply.Json(Clients.MinimalReply("listPipelines")));

        var (pipeline, metadata) = await layer.WithMetadataAsync((client, token) => client.EnsurePipelineAsync("id", "target_namespace", cancellationToken: token), Token);

        Assert.Equal("id", pipeline.Id);
        Assert.Equal("listPipelines", metadata!.Operation.Id);
    }

    [Fact]
    public async Task CallThatReturnsNothing_ReturnsItsMetadata()
    {
        await using var layer = Client(_ => Reply.Json(Clients.MinimalReply("deletePipeline")));

        Func<IHevlayerClient, CancellationToken, Task> call = (client, token) => client.Api.DeletePipelineAsync("p", cancellationToken: token);
        var metadata = await layer.WithMetadataAsync(call, Token);

        Assert.Equal("deletePipeline", metadata!.Operation.Id);
    }

    private static HevlayerClient Client(Func<SentRequest, HttpResponseMessage> answer) =>
        new(Clients.Options(Gateway), new StubHandler((request, _) => answer(request)));

    private static Task<TurbopufferSchema> SchemaAsync(IHevlayerClient client, string name, CancellationToken token) =>
        client.Api.GetTurbopufferNamespaceSchemaAsync(name, cancellationToken: token);

    private static object? MetadataOfNoCall(Response<int> response) => response.Metadata is null ? new object() : null;
}
