using System.Net;
using Hevlayer.Tests.Shared;

namespace Hevlayer.Wire.Tests.Fallback;

public sealed class FailureMetadataTests
{
    private static readonly Uri Gateway = new("http://gateway.test");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RefusedCall_ErrorCarriesMetadata_AlsoWithoutACapture()
    {
        await using var layer = Client(_ => Reply.Json("{}", 503).With("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => layer.GetPipelineStatusAsync("p", Token));

        Assert.Equal("4bf92f3577b34da6a3ce929d0e0e4736", error.Metadata!.TraceId);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.Metadata.StatusCode);
        Assert.Equal(Clients.Attempts, error.Metadata.Attempts);
        Assert.Equal(ReplySource.Gateway, error.AnsweredBy);
    }

    [Fact]
    public async Task CallWithoutAnyReply_ErrorHasNoMetadata()
    {
        await using var layer = Client(_ => throw new HttpRequestException(HttpRequestError.ConnectionError));

        var error = await Assert.ThrowsAsync<HevlayerConnectionException>(() => layer.WithMetadataAsync((client, token) => client.GetPipelineStatusAsync("p", token), Token));

        Assert.Null(error.Metadata);
    }

    [Fact]
    public async Task LastAttemptWithoutAReply_TheStatusOfAnEarlierOneIsNotReported()
    {
        var attempts = 0;
        var reported = new List<ResponseMetadata>();
        await using var layer = Client(_ => ++attempts == 1
            ? Reply.Json("{}", 503)
            : throw new HttpRequestException(HttpRequestError.ConnectionError));

        var error = await Assert.ThrowsAsync<HevlayerConnectionException>(
            () => layer.Api.GetPipelineStatusAsync("p", new CallOptions { OnResponse = reported.Add }, Token));

        Assert.Null(error.Metadata);
        Assert.Empty(reported);
    }

    [Fact]
    public async Task ReplyThatIsNotJson_ErrorCarriesMetadata()
    {
        await using var layer = Client(_ => Reply.Json("<html>").With("x-layer-cache", "hit"));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => layer.GetPipelineStatusAsync("p", Token));

        Assert.Equal("hit", error.Metadata!.CacheStatus);
        Assert.Equal(1, error.Attempts);
    }

    [Fact]
    public async Task HelperThatFindsAMismatchInGoodReplies_ErrorCarriesTheLastOne()
    {
        await using var layer = Client(request => request.Method == "POST"
            ? Reply.Json("""{"error":"conflict","message":"taken"}""", 409)
            : Reply.Json(Clients.MinimalReply("listPipelines")));

        var error = await Assert.ThrowsAsync<PipelineMismatchException>(
            () => layer.WithMetadataAsync((client, token) => client.EnsurePipelineAsync("id", "another", cancellationToken: token), Token));

        Assert.Equal("listPipelines", error.Metadata!.Operation.Id);
    }

    private static HevlayerClient Client(Func<SentRequest, HttpResponseMessage> answer) =>
        new(Clients.Options(Gateway), new StubHandler((request, _) => answer(request)));
}
