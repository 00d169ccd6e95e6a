using System.Net;

namespace Hevlayer.Tests.Wire;

/// <summary>What a reply says beside its body, through the options of one call.</summary>
public sealed class MetadataTests
{
    [Fact]
    public async Task Metadata_AllHeaders_AreRead()
    {
        var metadata = Assert.Single(await AskAsync(new StubHandler((_, _) => Reply.Json("""{"rows":[]}""")
            .With("x-layer-cache", "hit")
            .With("x-layer-warning", "vector_attribute_dropped")
            .With("x-layer-stable-as-of", "1767323045678")
            .With("x-layer-next-cursor", "more")
            .With("x-layer-partial", "true")
            .With("traceparent", "00-a-b-01"))));

        Assert.Equal(("hit", "vector_attribute_dropped", "more", "00-a-b-01"), (metadata.CacheStatus, metadata.Warnings.Single(), metadata.NextCursor, metadata.TraceParent));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1767323045678), metadata.StableAsOf);
        Assert.True(metadata.IsPartial);
        Assert.Equal(("queryNamespace", HttpStatusCode.OK, 1), (metadata.Operation.Id, metadata.StatusCode, metadata.Attempts));
    }

    [Fact]
    public async Task Metadata_NoHeadersOrNonsense_AreAbsent()
    {
        var metadata = Assert.Single(await AskAsync(new StubHandler((_, _) => Reply.Json("""{"rows":[]}""").With("x-layer-stable-as-of", "soon"))));

        Assert.Null(metadata.CacheStatus);
        Assert.Null(metadata.StableAsOf);
        Assert.False(metadata.IsPartial);
    }

    [Fact]
    public async Task Metadata_AfterRepeats_CountsThemAndIsToldOnce()
    {
        var metadata = Assert.Single(await AskAsync(StubHandler.InTurn(
            null,
            () => Reply.Error(503, "gateway_draining"),
            () => Reply.Json("""{"rows":[]}"""))));

        Assert.Equal((HttpStatusCode.OK, 2), (metadata.StatusCode, metadata.Attempts));
    }

    [Fact]
    public async Task Metadata_ReplyIsAnError_IsToldToo()
    {
        var seen = new List<ResponseMetadata>();
        using var client = TestClients.Over(new StubHandler((_, _) => Reply.Error(404, "not_found").With("traceparent", "00-a-b-01")));

        await Assert.ThrowsAsync<HevlayerException>(() =>
            client.Api.QueryNamespaceAsync("n", new() { NearestToId = ["a"] }, options: new() { OnResponse = seen.Add }));

        Assert.Equal((HttpStatusCode.NotFound, "00-a-b-01"), (Assert.Single(seen).StatusCode, seen[0].TraceParent));
    }

    [Fact]
    public async Task OnResponse_ThrowsInACallThatFailed_TheCallsErrorStays()
    {
        var log = new CapturedLog();
        using var client = TestClients.Over(new StubHandler((_, _) => Reply.Error(404, "not_found")), configure: options => options.LoggerFactory = log);

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.Api.GetPipelineStatusAsync("p", Throwing));

        Assert.Equal("not_found", error.Code);
        Assert.Null(error.InnerException);
        Assert.Contains("getPipelineStatus failed, and its OnResponse threw a FormatException", Assert.Single(log.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("of the test", log.Lines.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnResponse_ThrowsInACallThatIsCancelled_TheCancellationStays()
    {
        using var stop = new CancellationTokenSource();
        using var client = TestClients.Over(new StubHandler(async (_, _, token) =>
        {
            await stop.CancelAsync();
            return Reply.Stream(new ScriptedStream([], (_, reading) => throw new OperationCanceledException(reading)));
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Api.GetPipelineStatusAsync("p", Throwing, stop.Token));
    }

    [Fact]
    public async Task OnResponse_ThrowsInACallThatWentWell_ItsExceptionComesOutOnce()
    {
        var stub = new StubHandler((_, _) => Reply.Json("[]"));
        using var client = TestClients.Over(stub);

        var error = await Assert.ThrowsAsync<FormatException>(() => client.Api.GetPipelineDocumentChunksAsync("p", "d", Throwing));

        Assert.Equal("of the test", error.Message);
        Assert.Single(stub.Requests);
    }

    private static CallOptions Throwing => new() { OnResponse = _ => throw new FormatException("of the test") };

    private static async Task<List<ResponseMetadata>> AskAsync(StubHandler stub)
    {
        var seen = new List<ResponseMetadata>();
        using var client = TestClients.Over(stub);
        await client.Api.QueryNamespaceAsync("n", new() { NearestToId = ["a"] }, options: new() { OnResponse = seen.Add });
        return seen;
    }
}
