using System.IO.Compression;
using System.Text;

namespace Hevlayer.Tests.Wire;

public sealed class CompressedRequestTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("the gateway stages documents ", 200));

    [Fact]
    public async Task Request_ByDefault_IsNotCompressed()
    {
        var (coding, body) = await SentAsync(null, Long);

        Assert.Equal((null, true), (coding, body.Contains("the gateway", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Request_SmallerThanTheLimit_IsNotCompressed()
    {
        var (coding, _) = await SentAsync(100_000, Long);

        Assert.Null(coding);
    }

    [Fact]
    public async Task Request_OfTheLimitOrMore_IsCompressed()
    {
        var (coding, body) = await SentAsync(1000, Long);

        Assert.Equal("gzip", coding);
        Assert.Equal($$"""{"chunks":[{"id":"c","text":"{{Long}}"}]}""", body);
    }

    [Fact]
    public async Task Request_ThatWouldGrow_IsSentAsItIs()
    {
        var (coding, body) = await SentAsync(0, "x");

        Assert.Equal((null, """{"chunks":[{"id":"c","text":"x"}]}"""), (coding, body));
    }

    [Fact]
    public async Task Request_Repeated_IsTheSameBytes()
    {
        var bodies = new List<byte[]>();
        using var client = new HevlayerClient(
            new() { BaseAddress = TestClients.Address, CompressRequestsFromBytes = 100, Retry = { BaseDelay = TimeSpan.Zero } },
            new BodyHandler((bytes, _) =>
            {
                bodies.Add(bytes);
                return bodies.Count < 3 ? Reply.Error(503, "unavailable") : Reply.Json(Reply.Staged);
            }));

        await client.PutChunksAsync("p", "d", [new() { Id = "c", Text = Long }]);

        Assert.Equal(3, bodies.Count);
        Assert.All(bodies, body => Assert.Equal(bodies[0], body));
    }

    private static async Task<(string? Coding, string Body)> SentAsync(int? limit, string text)
    {
        (string? Coding, string Body) sent = default;
        using var client = new HevlayerClient(
            new() { BaseAddress = TestClients.Address, CompressRequestsFromBytes = limit },
            new BodyHandler((bytes, coding) =>
            {
                using Stream body = coding is null ? new MemoryStream(bytes) : new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
                using var reader = new StreamReader(body, Encoding.UTF8);
                sent = (coding, reader.ReadToEnd());
                return Reply.Json(Reply.Staged);
            }));

        await client.PutChunksAsync("p", "d", [new() { Id = "c", Text = text }]);
        return sent;
    }

    private sealed class BodyHandler(Func<byte[], string?, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(await request.Content!.ReadAsByteArrayAsync(cancellationToken), request.Content.Headers.ContentEncoding.SingleOrDefault());
    }
}
