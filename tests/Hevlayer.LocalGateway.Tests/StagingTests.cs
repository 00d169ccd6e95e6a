using System.Net;

namespace Hevlayer.Local.Tests;

public sealed class StagingTests : IAsyncLifetime
{
    private readonly Harness _gateway = Harness.InProcess(options => options.ChunkDeadLetterAttempts = 3);

    public async ValueTask InitializeAsync() => await _gateway.CreatePipelineAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task PutChunks_NewDocument_IsPendingWithItsChunkIds()
    {
        var reply = (await _gateway.PutAsync("/v2/pipelines/p/documents/a", """{"chunks":[{"id":"a#0"},{"id":"a#1","text":"x"}]}""")).Ok();

        Assert.Equal("pending", reply.Json.GetProperty("stage").GetString());
        Assert.Equal(2, reply.Json.GetProperty("chunk_count").GetInt32());
        Assert.Equal(["a#0", "a#1"], reply.Strings("chunk_ids"));
        Assert.Equal(1, await _gateway.CountAsync("pending"));
    }

    [Fact]
    public async Task GetChunks_StagedDocument_AnswersABareArrayWithTextAndMetadata()
    {
        const string Chunks = """[{"id":"a#0","text":"héllo","metadata":{"page":3,"tags":["x"]}}]""";
        (await _gateway.PutAsync("/v2/pipelines/p/documents/a", $$"""{"chunks":{{Chunks}}}""")).Ok();

        var read = (await _gateway.ChunksAsync("a")).Ok().Json;

        Assert.Equal("héllo", read[0].GetProperty("text").GetString());
        Assert.Equal(3, read[0].GetProperty("metadata").GetProperty("page").GetInt32());
        Assert.Equal(1, read.GetArrayLength());
    }

    [Fact]
    public async Task GetChunks_UnknownDocument_NamesIt()
    {
        var reply = await _gateway.ChunksAsync("ghost");

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Contains("'ghost'", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PutChunks_WhileClaimed_TakesTheDocumentFromItsHolder()
    {
        await _gateway.StageAsync("a");
        await _gateway.ClaimAsync("w1");

        await _gateway.StageAsync("a");

        Assert.Equal(0, await _gateway.HeartbeatAsync("w1", "a"));
        Assert.Equal(["a"], await _gateway.ClaimAsync("w2"));
    }

    [Fact]
    public async Task PutChunks_IndexedDocument_QueuesItAgainBehindTheOthers()
    {
        await _gateway.StageAsync("a");
        await _gateway.IndexAsync("a");
        await _gateway.StageAsync("b", "a");

        Assert.Equal(["b", "a"], await _gateway.ClaimAsync());
        Assert.Equal(0, await _gateway.CountAsync("indexed"));
    }

    [Fact]
    public async Task DocumentIds_WithSlashHashAndSpace_StayWhole()
    {
        const string Path = "/v2/pipelines/p/documents/dir%2Ffile%233%20x";
        (await _gateway.PutAsync(Path, """{"chunks":[]}""")).Ok();

        Assert.Equal(["dir/file#3 x"], await _gateway.ClaimAsync());
        Assert.Equal("[]", (await _gateway.GetAsync(Path + "/chunks")).Ok().Body);
    }

    [Fact]
    public async Task GetChunks_BodiesLost_FailsTheDocumentAfterTheLastAttempt()
    {
        await _gateway.StageAsync("a");
        await _gateway.ClaimAsync();
        _gateway.Gateway.LoseChunks("p", "a");

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(0, await _gateway.CountAsync("failed"));
            var reply = await _gateway.ChunksAsync("a");
            Assert.Equal(HttpStatusCode.BadGateway, reply.Status);
            Assert.Equal("upstream_error", reply.Error);
        }

        var status = await _gateway.StatusAsync();
        Assert.Equal(1, status.GetProperty("failed_count").GetInt64());
        Assert.Equal(1, Assert.Single(status.GetProperty("failed_reasons").EnumerateObject()).Value.GetInt64());
        Assert.Equal(0, await _gateway.HeartbeatAsync("w", "a"));
    }

    [Fact]
    public async Task PutChunks_AfterBodiesWereLost_HealsTheDocument()
    {
        await _gateway.StageAsync("a");
        _gateway.Gateway.LoseChunks("p", "a");
        await _gateway.ChunksAsync("a");

        await _gateway.StageAsync("a");

        Assert.Equal(HttpStatusCode.OK, (await _gateway.ChunksAsync("a")).Status);
        _gateway.Gateway.LoseChunks("p", "a");
        await _gateway.ChunksAsync("a");
        await _gateway.ChunksAsync("a");
        Assert.Equal(0, await _gateway.CountAsync("failed"));
    }

    [Fact]
    public void LoseChunks_UnknownDocument_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => _gateway.Gateway.LoseChunks("p", "ghost"));

        Assert.Contains("ghost", error.Message, StringComparison.Ordinal);
    }
}
