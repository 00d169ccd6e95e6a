using System.Net;
using Hevlayer.Tests.Shared;

namespace Hevlayer.Wire.Tests.Fallback;

public sealed class TurbopufferReplyTests
{
    [Theory]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(429, true)]
    [InlineData(503, true)]
    public async Task Turbopuffer_AnswersWithAStatus_ErrorSaysWhoAnsweredAndWhy(int status, bool transient)
    {
        await using var turbopuffer = new RawServer(RawReply.Json("""{"error":"namespace was not found","status":"error"}""", status));
        await using var layer = new HevlayerClient(Clients.Options(Nobody.Address, turbopuffer.Address));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => SchemaAsync(layer));

        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal(ReplySource.Turbopuffer, error.AnsweredBy);
        Assert.Equal(ReplySource.Turbopuffer, error.Metadata!.AnsweredBy);
        Assert.Equal(transient, error.IsTransient);
        Assert.Equal(Clients.Attempts + 1, error.Attempts);
        Assert.Contains("turbopuffer answered", error.Message, StringComparison.Ordinal);
        Assert.Contains("namespace was not found", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("edition", error.Message, StringComparison.Ordinal);
        Assert.IsType<HevlayerConnectionException>(error.InnerException);
        Assert.Single(turbopuffer.Requests);
    }

    [Fact]
    public async Task Turbopuffer_CannotBeReachedEither_ErrorHoldsBothFailures()
    {
        await using var layer = new HevlayerClient(Clients.Options(Nobody.Address, new UriBuilder(Nobody.Address) { Host = "localhost" }.Uri));

        var error = await Assert.ThrowsAsync<HevlayerConnectionException>(() => SchemaAsync(layer));

        Assert.Null(error.AnsweredBy);
        Assert.True(error.IsTransient);
        Assert.Equal(2, Assert.IsType<AggregateException>(error.InnerException).InnerExceptions.Count);
        Assert.Contains("neither the gateway nor turbopuffer", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>hello</p>")]
    [InlineData("")]
    [InlineData("{\"namespaces\":")]
    public async Task Turbopuffer_AnswersWithNonsense_ErrorSaysWhoAnswered(string body)
    {
        await using var turbopuffer = new RawServer(RawReply.Json(body));
        await using var layer = new HevlayerClient(Clients.Options(Nobody.Address, turbopuffer.Address));

        var error = await Assert.ThrowsAsync<HevlayerException>(
            () => layer.Api.ListTurbopufferNamespacesAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(ReplySource.Turbopuffer, error.AnsweredBy);
        Assert.Contains("turbopuffer's reply", error.Message, StringComparison.Ordinal);
        Assert.Equal(Clients.Attempts + 1, error.Attempts);
    }

    [Fact]
    public async Task Turbopuffer_SendsHeadersOfTheGateway_TheyAreNotBelieved()
    {
        await using var turbopuffer = new RawServer(RawReply.Json("{}", headers: "x-layer-cache: hit\r\nx-layer-stable-as-of: 5\r\n"));
        await using var layer = new HevlayerClient(Clients.Options(Nobody.Address, turbopuffer.Address));

        var (_, metadata) = await layer.WithMetadataAsync((client, _) => SchemaAsync(client), TestContext.Current.CancellationToken);

        Assert.Null(metadata!.CacheStatus);
        Assert.Null(metadata.StableAsOf);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, 1)]
    [InlineData(HttpStatusCode.Forbidden, 0)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 0)]
    public async Task Gateway_BreaksOffItsReply_OnlyOneThatBeganWellFallsThrough(HttpStatusCode status, int asked)
    {
        var requests = 0;
        using var handler = new StubHandler((request, _) =>
        {
            if (request.Host != "gateway.test")
            {
                requests++;
                return Reply.Json("{}");
            }

            return new HttpResponseMessage(status) { Content = new BrokenContent() };
        });
        await using var layer = new HevlayerClient(Clients.Options(new("http://gateway.test"), new("http://turbopuffer.test")), handler);

        var error = await Record.ExceptionAsync(() => SchemaAsync(layer));

        Assert.Equal(asked, requests);
        Assert.Equal(asked == 0, error is HevlayerConnectionException);
    }

    private static Task<TurbopufferSchema> SchemaAsync(IHevlayerClient layer) =>
        layer.Api.GetTurbopufferNamespaceSchemaAsync("n", cancellationToken: TestContext.Current.CancellationToken);
}
