using System.Net;
using System.Security.Cryptography;

namespace Hevlayer.Tests.Handles;

public sealed class BlobTests
{
    private static readonly byte[] Bytes = [0, 255, 13, 10, 0];
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes));
    private static readonly string Other = new('0', 64);

    private const string Put = "PUT /v1/namespaces/a%2Fb/blobs";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Put_Bytes_AreSentRawAndTheirReferenceReturned(bool warm)
    {
        byte[]? arrived = null;
        var handler = new BytesHandler(async request =>
        {
            Assert.Equal($"/v1/namespaces/a%2Fb/blobs?warm={(warm ? "true" : "false")}", request.RequestUri!.PathAndQuery);
            Assert.Equal("application/octet-stream", request.Content!.Headers.ContentType!.MediaType);
            arrived = await request.Content.ReadAsByteArrayAsync();
            return Reply.Json(Stored(Hash.ToUpperInvariant()));
        });

        var stored = await TestClients.Over(handler).Namespace("a/b").PutBlobAsync(Bytes, warm);

        Assert.Equal(Bytes, arrived);
        Assert.Equal("blob://a/b/x", stored.Ref);
    }

    [Fact]
    public async Task Put_OtherHashInTheReply_IsAnError()
    {
        var error = await Assert.ThrowsAsync<HevlayerException>(() => new FarEnd().On(Put, Stored(Other)).Space.PutBlobAsync(Bytes));

        Assert.Contains(Hash, error.Message, StringComparison.Ordinal);
        Assert.Contains(Other, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_TheLargestSize_IsSent()
    {
        var bytes = new byte[10 * 1024 * 1024];
        var far = new FarEnd().On(Put, Stored(Convert.ToHexStringLower(SHA256.HashData(bytes))));

        await far.Space.PutBlobAsync(bytes);

        Assert.Single(far.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((10 * 1024 * 1024) + 1)]
    public async Task Put_SizeNotAllowed_IsRefusedBeforeAnyCall(int size)
    {
        var far = new FarEnd();

        var error = await Assert.ThrowsAsync<ArgumentException>(() => far.Space.PutBlobAsync(new byte[size]));

        Assert.Equal("bytes", error.ParamName);
        Assert.Contains("10485760", error.Message, StringComparison.Ordinal);
        Assert.Empty(far.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_BytesOfTheHash_AreReturned(bool upperCase)
    {
        var hash = upperCase ? Hash.ToUpperInvariant() : Hash;
        var far = Holding(hash, Bytes);

        Assert.Equal(Bytes, await far.Space.GetBlobAsync(hash));

        Assert.Equal([$"GET /v1/namespaces/a%2Fb/blobs/{hash}"], far.Calls);
    }

    [Fact]
    public async Task Get_LargerThanABufferedReply_IsReadWhole()
    {
        var bytes = RandomNumberGenerator.GetBytes(5 * 1024 * 1024);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));

        Assert.Equal(bytes, await Holding(hash, bytes).Space.GetBlobAsync(hash));
    }

    [Fact]
    public async Task Get_OtherBytes_IsAnError()
    {
        var error = await Assert.ThrowsAsync<HevlayerException>(() => Holding(Other, Bytes).Space.GetBlobAsync(Other));

        Assert.Contains(Hash, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownHash_IsNotFound()
    {
        var far = new FarEnd().On($"GET /v1/namespaces/a%2Fb/blobs/{Other}", () => Reply.Error(404, "not_found"));

        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<HevlayerException>(() => far.Space.GetBlobAsync(Other))).StatusCode);
    }

    private static FarEnd Holding(string hash, byte[] bytes) => new FarEnd().On(
        $"GET /v1/namespaces/a%2Fb/blobs/{hash}",
        () => new HttpResponseMessage { Content = new ByteArrayContent(bytes) });

    private static string Stored(string hash) => $$"""{"ref":"blob://a/b/x","sha256":"{{hash}}","size":5}""";

    private sealed class BytesHandler(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request);
    }
}
