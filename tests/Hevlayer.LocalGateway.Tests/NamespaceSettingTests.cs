using System.Net;
using System.Text.Json;

namespace Hevlayer.Local.Tests;

public sealed class NamespaceSettingTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess();
    private readonly HevlayerClient _layer;

    public NamespaceSettingTests() => _layer = _gateway.Client();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _layer.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Schema_KeepsWhatWasDeclaredBesideWhatTheRowsShow()
    {
        await PutAsync();

        await _layer.Api.UpdateTurbopufferNamespaceSchemaAsync("n", Definitions("""{"text":{"type":"string","full_text_search":true},"when":"datetime"}"""), cancellationToken: Token);

        Assert.Equal(
            """{"id":{"type":"string"},"count":{"type":"int"},"text":{"type":"string","full_text_search":true},"when":{"type":"datetime"}}""",
            (await _gateway.GetAsync("/v1/namespaces/n/schema")).Body);
    }

    [Fact]
    public async Task Schema_OfAWrite_IsDeclaredToo()
    {
        (await _gateway.PostAsync("/v2/namespaces/n", """{"upsert_rows":[{"id":1,"u":1}],"schema":{"u":"uint"}}""")).Ok();

        Assert.Equal("uint", (await _gateway.GetAsync("/v1/namespaces/n/schema")).Json.GetProperty("u").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("""{"count":"string"}""")]
    [InlineData("""{"count":{"filterable":true}}""")]
    [InlineData("""{"text":"string","count":7}""")]
    public async Task Schema_ThatTheRowsContradict_ChangesNothing(string definitions)
    {
        await PutAsync();
        var before = (await _gateway.GetAsync("/v1/namespaces/n/schema")).Body;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _gateway.PostAsync("/v1/namespaces/n/schema", definitions)).Status);

        Assert.Equal(before, (await _gateway.GetAsync("/v1/namespaces/n/schema")).Body);
    }

    [Fact]
    public async Task Configuration_ChangesWhatTheBodyNames()
    {
        await PutAsync();
        Assert.Null((await _layer.Api.GetNamespaceMetadataAsync("n", cancellationToken: Token)).Config);

        await _layer.Api.UpdateTurbopufferNamespaceMetadataAsync("n", new() { Pinning = Definition("""{"replicas":2}"""), AdditionalMembers = new Dictionary<string, JsonElement> { ["note"] = Definition("1") } }, cancellationToken: Token);
        var after = await _layer.Api.UpdateTurbopufferNamespaceMetadataAsync("n", new() { AdditionalMembers = new Dictionary<string, JsonElement> { ["note"] = Definition("null") } }, cancellationToken: Token);

        Assert.Null(after.Layer);
        Assert.Equal("""{"pinning":{"replicas":2}}""", after.Config!.Value.GetRawText());
    }

    [Fact]
    public async Task Initialization_IsReadyAtOnceAndKeepsItsShards()
    {
        await PutAsync();
        Assert.Null((await _layer.Api.GetNamespaceMetadataAsync("n", cancellationToken: Token)).Layer!.InitState);

        var made = await _layer.Api.InitNamespaceAsync("n", new() { ShardCount = 4 }, cancellationToken: Token);
        var again = await _layer.Api.InitNamespaceAsync("n", new(), cancellationToken: Token);

        Assert.Equal((1, NamespaceInitState.Ready, 4, NamespaceShardState.Ready, true), (made.Layer.SchemaVersion, made.Layer.InitState, made.Layer.ShardCount, made.Layer.ShardState, made.Layer.ScatterGatherActive));
        Assert.Equal(made.Layer, again.Layer);
        Assert.Equal(HttpStatusCode.Conflict, (await _gateway.PostAsync("/v2/namespaces/n/init", """{"shard_count":8}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _gateway.PostAsync("/v2/namespaces/ghost/init", "{}")).Status);
    }

    private static JsonElement Definition(string json) => JsonDocument.Parse(json).RootElement;

    private static TurbopufferSchema Definitions(string json) =>
        new() { AdditionalMembers = Definition(json).EnumerateObject().ToDictionary(one => one.Name, one => one.Value) };

    private async Task PutAsync() =>
        await _layer.Namespace("n").WriteAsync(new() { UpsertRows = [new() { Id = "a", Attributes = new() { ["text"] = "t", ["count"] = 1 } }] }, Token);
}
