using System.Net;
using System.Text.Json.Nodes;
using Hevlayer.Wire.Tests.Gateway;

namespace Hevlayer.Wire.Tests.Streams;

public sealed class BodyStreamTests(WireGateway gateway)
{
    private const int FirstPart = 64 * 1024;
    private const int LargerThanTheBuffer = 5 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("importNamespace", "application/vnd.apache.arrow.stream")]
    [InlineData("putBlob", "application/octet-stream")]
    public async Task Content_OfUnknownLength_IsOnItsWayBeforeItIsComplete(string operation, string contentType)
    {
        var bytes = Bytes(LargerThanTheBuffer);
        using var exchange = gateway.Answer(MinimalReplies.Of(operation));
        using var content = new GatedContent(bytes, FirstPart, exchange.RequestBegun.WaitAsync(Patience, TestContext.Current.CancellationToken));

        await exchange.CallAsync(ApiMethods.Call(operation, parameter => parameter.ParameterType == typeof(HttpContent) ? content : null));

        var request = exchange.Request;
        Assert.Equal(bytes, request.Body);
        Assert.Equal(contentType, request.Headers["Content-Type"]);
        Assert.Equal("chunked", request.Headers["Transfer-Encoding"]);
        Assert.DoesNotContain("Content-Length", request.Headers.Keys);
    }

    [Theory]
    [InlineData("importNamespace", "application/vnd.apache.arrow.stream")]
    [InlineData("putBlob", "application/octet-stream")]
    public async Task Content_WithAnotherType_IsSentAsTheContractSays(string operation, string contentType)
    {
        using var exchange = gateway.Answer(MinimalReplies.Of(operation));
        using var content = new ByteArrayContent([1]) { Headers = { ContentType = new("image/png") } };

        await exchange.CallAsync(ApiMethods.Call(operation, parameter => parameter.ParameterType == typeof(HttpContent) ? content : null));

        Assert.Equal(contentType, exchange.Request.Headers["Content-Type"]);
    }

    [Fact]
    public async Task PutBlob_RefusedOnce_IsSentAgainFromTheStart()
    {
        using var exchange = gateway.Answer(Unavailable);
        exchange.Options.Retry = new() { MaxAttempts = 2, BaseDelay = TimeSpan.Zero };
        using var content = new StreamContent(new MemoryStream([1, 2, 3]));

        var failure = await Assert.ThrowsAsync<HevlayerException>(() => exchange.CallAsync((api, token) => api.PutBlobAsync("namespace", content, cancellationToken: token)));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failure.StatusCode);
        Assert.Equal([[1, 2, 3], [1, 2, 3]], exchange.Requests(2).Select(static request => request.Body));
    }

    [Fact]
    public async Task PutBlob_RefusedAndStreamSpent_SaysThatItCannotBeSentAgain()
    {
        using var exchange = gateway.Answer(Unavailable);
        exchange.Options.Retry = new() { MaxAttempts = 5, BaseDelay = TimeSpan.Zero };
        using var content = new StreamContent(new OneWayStream([1, 2, 3]));

        var failure = await Assert.ThrowsAsync<HevlayerConnectionException>(() => exchange.CallAsync((api, token) => api.PutBlobAsync("namespace", content, cancellationToken: token)));

        Assert.Contains("the body cannot be sent again", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, failure.Attempts);
        Assert.False(failure.IsTransient);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(FirstPart)]
    [InlineData(LargerThanTheBuffer)]
    public async Task GetBlob_AnySize_GivesTheVeryBytes(int size)
    {
        var bytes = Bytes(size);
        using var exchange = gateway.Answer(WireReply.Bytes(bytes));
        await using var client = new HevlayerClient(exchange.Options);

        await using var blob = await client.Api.GetBlobAsync("namespace", "sha", cancellationToken: TestContext.Current.CancellationToken);

        using var read = new MemoryStream();
        await blob.CopyToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(bytes, read.ToArray());
    }

    [Fact]
    public void LargerThanTheBuffer_IsLargerThanTheBuffer() =>
        Assert.True(LargerThanTheBuffer > new HevlayerClientOptions().MaxBufferedReplyBytes);

    private static WireReply Unavailable => WireReply.Json(
        new JsonObject { ["error"] = "service_unavailable", ["message"] = "Come back later." },
        (int)HttpStatusCode.ServiceUnavailable);

    private static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }
}
