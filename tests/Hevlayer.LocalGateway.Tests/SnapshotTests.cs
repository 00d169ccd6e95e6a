using System.Text.Json;

namespace Hevlayer.Local.Tests;

public sealed class SnapshotTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess(options => options.SnapshotValueCap = 3);

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Watermark_StableNamespace_IsHalfASecondBehindThePollThatFoundIt()
    {
        var written = await WriteAsync("a");
        Assert.False((await LayerAsync()).TryGetProperty("stable_as_of", out _));

        _gateway.Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False((await LayerAsync()).GetProperty("is_stable").GetBoolean());
        _gateway.Clock.Advance(TimeSpan.FromMilliseconds(1));

        var layer = await LayerAsync();
        Assert.True(layer.GetProperty("is_stable").GetBoolean());
        Assert.Equal(written + 500, layer.GetProperty("stable_as_of").GetInt64());
        _gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(written + 60_500, (await LayerAsync()).GetProperty("stable_as_of").GetInt64());
    }

    [Fact]
    public async Task Query_WhileTheIndexUpdates_ShowsOnlyRowsUpToTheOldWatermark()
    {
        await WriteAsync("a");
        Assert.Equal(1, await FoundAsync());
        _gateway.Clock.Advance(TimeSpan.FromSeconds(2));
        await WriteAsync("b");

        Assert.Equal(1, await FoundAsync());
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await FoundAsync());
    }

    [Fact]
    public async Task Query_StableNamespace_CarriesTheWatermark()
    {
        var written = await WriteAsync("a");
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));

        var reply = (await _gateway.PostAsync("/v2/namespaces/n/query", """{"vector":[1]}""")).Ok();

        Assert.Equal($"{written + 500}", reply.Headers["x-layer-stable-as-of"]);
    }

    [Fact]
    public async Task History_EachStableAdvanceAfterAWrite_AddsOneEntryNewestFirst()
    {
        var first = await WriteAsync("a");
        _gateway.Clock.Advance(TimeSpan.FromSeconds(5));
        var second = await WriteAsync("b");
        _gateway.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal([second + 500, first + 500], await HistoryAsync());
        Assert.Equal([second + 500], await HistoryAsync("?limit=1"));
        Assert.Equal([first + 500], await HistoryAsync($"?before={second + 500}"));
    }

    [Fact]
    public async Task History_WritesWithoutAPause_GetOneSnapshotAtTheEnd()
    {
        long last = 0;
        for (var i = 0; i < 10; i++)
        {
            last = await WriteAsync($"row{i}");
            _gateway.Clock.Advance(TimeSpan.FromMilliseconds(900));
        }

        Assert.Empty(await HistoryAsync());
        _gateway.Clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal([last + 500], await HistoryAsync());
    }

    [Fact]
    public async Task History_IntervalNotOver_WaitsForIt()
    {
        await using var slow = Harness.InProcess(options => options.SnapshotInterval = TimeSpan.FromMinutes(5));
        await slow.PostAsync("/v2/namespaces/n", """{"upsert_rows":[{"id":"a"}]}""");
        slow.Clock.Advance(TimeSpan.FromSeconds(2));
        await slow.PostAsync("/v2/namespaces/n", """{"upsert_rows":[{"id":"b"}]}""");
        slow.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(1, (await slow.GetAsync("/v2/namespaces/n/history")).Ok().Json.GetArrayLength());

        slow.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(2, (await slow.GetAsync("/v2/namespaces/n/history")).Ok().Json.GetArrayLength());
    }

    [Fact]
    public async Task History_IdleOrUnknownNamespace_GetsNoEntries()
    {
        await WriteAsync("a");
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await HistoryAsync());
        _gateway.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Single(await HistoryAsync());
        Assert.Equal("[]", (await _gateway.GetAsync("/v2/namespaces/ghost/history")).Ok().Body);
    }

    [Fact]
    public async Task Snapshot_WithPolicy_HoldsTheHistogramsOfItsFields()
    {
        (await _gateway.PutAsync("/v2/namespaces/n/snapshot-policy", """{"facetFields":["brand","tags","many"]}""")).Ok();
        (await _gateway.PostAsync("/v2/namespaces/n", """
            {"upsert_rows":[
              {"id":1,"brand":"b","tags":["x","y"],"many":1},{"id":2,"brand":"a","tags":["y"],"many":2},
              {"id":3,"brand":"b","many":3},{"id":4,"many":4}]}
            """)).Ok();
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        var sha = (await _gateway.GetAsync("/v2/namespaces/n/history")).Ok().Json[0].GetProperty("sha").GetString()!;

        var body = (await _gateway.GetAsync($"/v2/namespaces/n/snapshots/{sha}")).Ok().Json;

        Assert.Matches("^[0-9a-f]{64}$", sha);
        Assert.Equal(4, body.GetProperty("row_count").GetInt64());
        Assert.Equal(
            """[{"name":"brand","values":[{"v":"b","n":2},{"v":"a","n":1}]},{"name":"tags","values":[{"v":"y","n":2},{"v":"x","n":1}]}]""",
            body.GetProperty("fields").GetRawText());
        Assert.Equal(
            """[{"name":"many","reason":"exceeded_cap","distinct_observed":4,"cap":3}]""",
            body.GetProperty("fields_skipped").GetRawText());
        Assert.Equal(404, (int)(await _gateway.GetAsync("/v2/namespaces/n/snapshots/00")).Status);
    }

    [Fact]
    public async Task Policy_GetBeforePut_IsNotFoundAndAfterwardsHoldsTheDefaults()
    {
        Assert.Equal("not_found", (await _gateway.GetAsync("/v2/namespaces/n/snapshot-policy")).Error);

        (await _gateway.PutAsync("/v2/namespaces/n/snapshot-policy", """{"facetFields":["x"]}""")).Ok();

        Assert.Equal("""{"facetFields":["x"],"interval":"5m","retention":"never"}""", (await _gateway.GetAsync("/v2/namespaces/n/snapshot-policy")).Ok().Body);
    }

    [Theory]
    [InlineData("""{"facetFields":[""]}""")]
    [InlineData("""{"interval":"soon"}""")]
    [InlineData("""{"retention":"5"}""")]
    public async Task Policy_BadValue_IsRefused(string body) =>
        Assert.Equal("validation_error", (await _gateway.PutAsync("/v2/namespaces/n/snapshot-policy", body)).Error);

    [Fact]
    public async Task SnapshotJob_Asked_IsCompletedAndItsBodyCanBeRead()
    {
        (await _gateway.PostAsync("/v2/namespaces/n", """{"upsert_rows":[{"id":1,"brand":"b"}]}""")).Ok();

        var created = await _gateway.PostAsync("/v2/namespaces/n/snapshots", """{"field":"brand"}""");
        var job = (await _gateway.GetAsync($"/v2/namespaces/n/snapshot-jobs/{created.Json.GetProperty("id").GetString()}")).Ok().Json;
        var body = (await _gateway.GetAsync($"/v2/namespaces/n/snapshots/{job.GetProperty("sha").GetString()}")).Ok().Json;

        Assert.Equal(202, (int)created.Status);
        Assert.Equal("completed", job.GetProperty("status").GetString());
        Assert.Equal("brand", body.GetProperty("fields")[0].GetProperty("name").GetString());
        Assert.Empty(await HistoryAsync());
    }

    [Fact]
    public async Task Checkpoint_Label_PinsTheLatestSnapshotForGood()
    {
        await WriteAsync("a");
        Assert.Equal(422, (int)(await _gateway.PostAsync("/v2/namespaces/n/checkpoints", """{"label":"v1"}""")).Status);
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        var pinned = (await _gateway.PostAsync("/v2/namespaces/n/checkpoints", """{"label":"v1"}""")).Ok().Body;
        await WriteAsync("b");
        _gateway.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(pinned, (await _gateway.PostAsync("/v2/namespaces/n/checkpoints", """{"label":"v1"}""")).Ok().Body);
        Assert.Equal(pinned, (await _gateway.GetAsync("/v2/namespaces/n/checkpoints/v1")).Ok().Body);
        (await _gateway.PostAsync("/v2/namespaces/n/checkpoints", """{"label":"v2"}""")).Ok();
        var page = (await _gateway.GetAsync("/v2/namespaces/n/checkpoints?limit=1")).Ok().Json;
        Assert.Equal("v2", page.GetProperty("next_cursor").GetString());
        var rest = (await _gateway.GetAsync("/v2/namespaces/n/checkpoints?limit=1&before=v2")).Ok().Json;
        Assert.Equal("v1", rest.GetProperty("checkpoints")[0].GetProperty("label").GetString());
    }

    private async Task<long> WriteAsync(string id)
    {
        (await _gateway.PostAsync("/v2/namespaces/n", $$"""{"upsert_rows":[{"id":"{{id}}","vector":[1]}]}""")).Ok();
        return _gateway.NowMs;
    }

    private async Task<JsonElement> LayerAsync() =>
        (await _gateway.GetAsync("/v2/namespaces/n/metadata")).Ok().Json.GetProperty("layer");

    private async Task<int> FoundAsync() =>
        (await _gateway.PostAsync("/v2/namespaces/n/query", """{"vector":[1]}""")).Ok().Json.GetProperty("rows").GetArrayLength();

    private async Task<long[]> HistoryAsync(string query = "") =>
        [.. (await _gateway.GetAsync("/v2/namespaces/n/history" + query)).Ok().Json.EnumerateArray().Select(entry => entry.GetProperty("watermark_ms").GetInt64())];

    [Fact]
    public async Task Activity_OfAllNamespaces_IsOneListPageByPage()
    {
        await using var gateway = Harness.InProcess();
        await using var layer = gateway.Client();
        var token = TestContext.Current.CancellationToken;
        foreach (var name in (string[])["a", "b", "a"])
        {
            await layer.Namespace(name).WriteAsync(new() { UpsertRows = [new() { Id = name }] }, token);
            gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var first = await layer.Api.ListSnapshotActivityAsync(limit: 2, cancellationToken: token);
        var rest = await layer.Api.ListSnapshotActivityAsync(limit: 2, cursor: first.NextCursor, cancellationToken: token);

        Assert.Equal(["a", "b", "a"], first.Events.Concat(rest.Events).Select(one => one.Namespace));
        Assert.Null(rest.NextCursor);
        Assert.Single((await layer.Api.ListSnapshotActivityAsync(namespaceName: "b", cancellationToken: token)).Events);
        Assert.Single((await layer.Api.ListSnapshotActivityAsync(since: first.Events[0].TsMs, cancellationToken: token)).Events);
        Assert.Equal(422, (int)(await gateway.GetAsync("/v2/activity/snapshots?cursor=x")).Status);
    }
}
