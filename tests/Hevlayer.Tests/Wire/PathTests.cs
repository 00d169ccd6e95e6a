using CsCheck;

namespace Hevlayer.Tests.Wire;

/// <summary>Ids in the path, as the raw request line shows them.</summary>
public sealed class PathTests
{
    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("doc#3", "doc%233")]
    [InlineData("a?b=c&d", "a%3Fb%3Dc%26d")]
    [InlineData("100%", "100%25")]
    [InlineData("%2F", "%252F")]
    [InlineData("s3://bucket/key", "s3%3A%2F%2Fbucket%2Fkey")]
    [InlineData("a+b", "a%2Bb")]
    [InlineData("a b", "a%20b")]
    [InlineData(" a ", "%20a%20")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("größe", "gr%C3%B6%C3%9Fe")]
    [InlineData("文書", "%E6%96%87%E6%9B%B8")]
    [InlineData("\U0001F600", "%F0%9F%98%80")]
    [InlineData("line\nbreak", "line%0Abreak")]
    [InlineData("...", "...")]
    [InlineData("../x", "..%2Fx")]
    [InlineData("a.b", "a.b")]
    [InlineData("\uE000", "%EE%80%80")]
    [InlineData("x\uE000y", "x%EE%80%80y")]
    public async Task Path_IdOfAnyText_ArrivesAsOneEncodedSegment(string id, string segment)
    {
        await using var server = new RawServer(RawReply.Json(Reply.Staged));
        await using var client = TestClients.Connected(server.Address);

        await client.PutChunksAsync("p", id, [new() { Id = "c" }]);

        Assert.Equal($"/v2/pipelines/p/documents/{segment}", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Path_IdAtARepeat_ArrivesEncodedAgain()
    {
        await using var server = new RawServer(RawReply.Json("{}", 503), RawReply.Json("[]"));
        await using var client = TestClients.Connected(server.Address);

        await client.GetChunksAsync("p", "a/b");

        Assert.Equal(Enumerable.Repeat("/v2/pipelines/p/documents/a%2Fb/chunks", 2), server.Requests.Select(request => request.Target));
    }

    /// <summary>Servers and proxies resolve such steps, also when they are percent-encoded: the call would reach another route.</summary>
    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Path_IdIsAStepInThePath_IsRefusedBeforeTheCall(string id)
    {
        var stub = StubHandler.Always("[]");
        using var client = TestClients.Over(stub);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => client.GetChunksAsync("p", id));

        Assert.Contains($"The name is '{id}', which servers on the way take for a step in the path", error.Message, StringComparison.Ordinal);
        Assert.Equal("documentId", error.ParamName);
        Assert.Empty(stub.Requests);
    }

    [Theory]
    [InlineData("prefix", "/prefix/v2/pipelines/p/status")]
    [InlineData("prefix/", "/prefix/v2/pipelines/p/status")]
    [InlineData("a/b/", "/a/b/v2/pipelines/p/status")]
    public async Task Path_BaseAddressHasAPath_BecomesAPrefix(string prefix, string target)
    {
        await using var server = new RawServer(RawReply.Json("{}", 404));
        await using var client = TestClients.Connected(new Uri(server.Address, prefix));

        await Assert.ThrowsAsync<HevlayerException>(() => client.GetPipelineStatusAsync("p"));

        Assert.Equal(target, Assert.Single(server.Requests).Target);
    }

    [Fact]
    public void Path_AnyId_DecodesToItself()
    {
        var stub = StubHandler.Always("[]");
        using var client = TestClients.Over(stub);

        Texts.Id.Sample(
            id =>
            {
                stub.Requests.Clear();
                client.GetChunksAsync("p", id, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
                var segments = Assert.Single(stub.Requests).Target.Split('/');
                Assert.Equal(["", "v2", "pipelines", "p", "documents", id, "chunks"], segments.Select(Uri.UnescapeDataString));
            },
            iter: 2000,
            threads: 1);
    }
}
