using System.IO.Compression;
using System.Net;
using System.Text;

namespace Hevlayer.Tests.Wire;

/// <summary>The client asks for compressed replies and decodes them itself, whatever carries its requests.</summary>
public sealed class CompressedReplyTests
{
    [Fact]
    public async Task Request_NamesTheCodingThatIsRead()
    {
        var stub = StubHandler.Always(Reply.Claimed);
        using var client = TestClients.Over(stub);

        await client.ClaimDocumentsAsync("p", new() { WorkerId = "w" });

        Assert.Equal("gzip", Assert.Single(stub.Requests).Headers["Accept-Encoding"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("x-gzip")]
    public async Task Reply_Compressed_IsRead(string coding)
    {
        using var client = TestClients.Over(new StubHandler((_, _) => Compressed(coding, Reply.Claimed)));

        var claim = await client.ClaimDocumentsAsync("p", new() { WorkerId = "w" });

        Assert.Equal(["a"], claim.Documents);
    }

    [Fact]
    public async Task Reply_CompressedAndLarge_IsStreamed()
    {
        var text = new string('x', 200_000);
        using var client = TestClients.Over(
            new StubHandler((_, _) => Compressed("gzip", $$"""[{"id":"c","text":"{{text}}"}]""")),
            configure: static options => options.MaxBufferedReplyBytes = 1000);

        Assert.Equal(text, Assert.Single(await client.GetChunksAsync("p", "d")).Text);
    }

    [Fact]
    public async Task Error_Compressed_IsRead()
    {
        using var client = TestClients.Over(new StubHandler((_, _) => Compressed("gzip", """{"error":"conflict","message":"Told by the test."}""", 409)));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => client.ClaimDocumentsAsync("p", new() { WorkerId = "w" }));

        Assert.Equal((HttpStatusCode.Conflict, "conflict"), (error.StatusCode, error.Code));
    }

    [Fact]
    public async Task RawReply_Compressed_GivesTheBytesAsTheyWere()
    {
        using var client = TestClients.Over(new StubHandler((_, _) => Compressed("gzip", "raw")));

        using var reader = new StreamReader(await client.Api.GetBlobAsync("n", "sha"));

        Assert.Equal("raw", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Reply_CompressedOtherwiseThanItSays_IsAnErrorOfTheClient()
    {
        using var client = TestClients.Over(
            new StubHandler(static (_, _) => WithCoding(new ByteArrayContent("plain"u8.ToArray()), "gzip", 200)),
            configure: static options => options.Retry.MaxAttempts = 1);

        await Assert.ThrowsAnyAsync<HevlayerException>(() => client.GetChunksAsync("p", "d"));
    }

    private static HttpResponseMessage Compressed(string coding, string text, int status = 200)
    {
        using var target = new MemoryStream();
        using (var stream = new GZipStream(target, CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return WithCoding(new ByteArrayContent(target.ToArray()), coding, status);
    }

    private static HttpResponseMessage WithCoding(HttpContent content, string coding, int status)
    {
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        return new HttpResponseMessage((HttpStatusCode)status) { Content = content };
    }
}
