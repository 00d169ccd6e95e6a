namespace Hevlayer.Local.Tests;

public sealed class NamespaceTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Metadata_WrittenNamespace_TellsSchemaCountsAndTimes()
    {
        var created = _gateway.Clock.GetUtcNow();
        await WriteAsync("n", """{"upsert_rows":[{"id":"a","vector":[1,0,0],"title":"x","page":1,"tags":["t"],"ok":true,"score":0.5}]}""");
        _gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await WriteAsync("n", """{"upsert_rows":[{"id":"b","vector":[1,0,0]}]}""");

        var metadata = (await _gateway.GetAsync("/v2/namespaces/n/metadata")).Ok().Json;

        Assert.Equal(2, metadata.GetProperty("approx_row_count").GetInt64());
        Assert.Equal(created, metadata.GetProperty("created_at").GetDateTimeOffset());
        Assert.Equal(created.AddMinutes(1), metadata.GetProperty("last_write_at").GetDateTimeOffset());
        Assert.Equal(
            """{"id":{"type":"string"},"vector":{"type":"[3]f32"},"ok":{"type":"bool"},"page":{"type":"int"},"score":{"type":"float"},"tags":{"type":"[]string"},"title":{"type":"string"}}""",
            metadata.GetProperty("schema").GetRawText());
        Assert.Equal("updating", metadata.GetProperty("index").GetProperty("status").GetString());
    }

    [Fact]
    public async Task List_PrefixAndPages_WalkAllNamesOnce()
    {
        foreach (var name in new[] { "b2", "a1", "b1", "b3" })
        {
            await WriteAsync(name, """{"upsert_rows":[{"id":"a"}]}""");
        }

        var first = (await _gateway.GetAsync("/v2/namespaces?prefix=b&page_size=2")).Ok().Json;
        var cursor = first.GetProperty("next_cursor").GetString();
        var second = (await _gateway.GetAsync($"/v2/namespaces?prefix=b&page_size=2&cursor={cursor}")).Ok().Json;

        Assert.Equal(["b1", "b2"], Names(first));
        Assert.Equal(["b3"], Names(second));
        Assert.False(second.TryGetProperty("next_cursor", out _));
    }

    [Fact]
    public async Task List_PageSizeOutOfRange_IsRefused() =>
        Assert.Equal(422, (int)(await _gateway.GetAsync("/v2/namespaces?page_size=1001")).Status);

    [Fact]
    public async Task FetchMany_SomeAbsent_KeepsTheOrderAndListsTheMissing()
    {
        await WriteAsync("n", """{"upsert_rows":[{"id":"a","x":1,"y":1},{"id":"b","x":2,"y":2}]}""");

        var reply = (await _gateway.PostAsync("/v2/namespaces/n/documents", """{"ids":["b","ghost","a"],"include_attributes":["x","vector"]}""")).Ok();

        Assert.Equal("""{"documents":[{"id":"b","attributes":{"x":2}},{"id":"a","attributes":{"x":1}}],"missing":["ghost"]}""", reply.Body);
        Assert.Equal("partial", reply.Headers["x-layer-cache"]);
        Assert.Equal("vector_attribute_dropped", reply.Headers["x-layer-warning"]);
    }

    [Fact]
    public async Task FetchOne_KnownAndUnknown_AnswersHitOrNotFound()
    {
        await WriteAsync("n", """{"upsert_rows":[{"id":"a","x":1,"y":1}]}""");

        var hit = (await _gateway.GetAsync("/v2/namespaces/n/documents/a?include_attributes=x,y")).Ok();
        var miss = await _gateway.GetAsync("/v2/namespaces/n/documents/ghost");

        Assert.Equal("hit", hit.Headers["x-layer-cache"]);
        Assert.Equal(404, (int)miss.Status);
        Assert.Equal("not_found", miss.Error);
        Assert.Contains("'ghost'", miss.Message, StringComparison.Ordinal);
    }

    private async Task WriteAsync(string name, string body) => (await _gateway.PostAsync($"/v2/namespaces/{name}", body)).Ok();

    private static IEnumerable<string> Names(System.Text.Json.JsonElement page) =>
        page.GetProperty("namespaces").EnumerateArray().Select(entry => entry.GetProperty("name").GetString()!);
}
