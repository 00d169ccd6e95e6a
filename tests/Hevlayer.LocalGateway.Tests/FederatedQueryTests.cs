using System.Net;
using System.Text.Json;

namespace Hevlayer.Local.Tests;

public sealed class FederatedQueryTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess();
    private readonly HevlayerClient _layer;

    public FederatedQueryTests() => _layer = _gateway.Client();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _layer.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    public async Task AllNamespaces_TakeTurns(string? names)
    {
        await PutAsync("m", "a", "b");
        await PutAsync("n", "c", "a");

        var found = await AskAsync(new() { Vector = new float[] { 1, 0 }, TopK = 3, IncludeAttributes = true, Namespaces = names is null ? null : [names] });

        Assert.Equal([("m", "a", 1L), ("n", "c", 2L), ("m", "b", 3L)], found.Rows.Select(row => (row.Attributes.GetString("$namespace")!, row.Id.AsString(), row.Attributes.GetInt64("$rank")!.Value)));
        Assert.Equal("text of c", found.Rows[1].Attributes.GetString("text"));
        Assert.Equal(0, found.Rows[0].Distance);
        Assert.Equal((FederatedMergeMethod.RankInterleave, FederatedDowngradeReason.MissingEmbeddingProfile), (found.Merge.Method, found.Merge.DowngradedReason));
        Assert.Equal([("m", 2L), ("n", 2L)], found.Namespaces.Select(one => (one.Namespace, (long)one.Matched)));
        Assert.Null(found.Errors);
    }

    [Fact]
    public async Task Text_IsFusedByRankAndEchoed()
    {
        await PutAsync("m", "kettle");
        await PutAsync("n", "kettle", "cup");

        var found = await AskAsync(new() { RankBy = RankBy("""["text","HybridText","kettle"]"""), Fusion = new() { PerNamespaceLimit = 1 } });

        Assert.Equal(["m", "n"], found.Rows.Select(row => row.Attributes.GetString("$namespace")));
        Assert.Equal((FederatedMergeMethod.WeightedRrf, null), (found.Merge.Method, found.Merge.DowngradedReason));
        Assert.Equal(["kettle"], found.Hybrid!.Tokens);
    }

    [Fact]
    public async Task NearestToId_TakesTheVectorOfEachNamespace()
    {
        await PutAsync("m", "a");
        await PutAsync("n", "b");

        var found = await AskAsync(new() { NearestToId = ["a"] });

        Assert.Equal("m", Assert.Single(found.Rows).Attributes.GetString("$namespace"));
        Assert.Equal("n", Assert.Single(found.Errors!).Namespace);
    }

    [Fact]
    public async Task NamespaceThatFails_IsReportedUnlessTheQueryIsStrict()
    {
        await PutAsync("m", "a");
        var query = new FederatedQueryRequest { Vector = new float[] { 1, 0 }, Namespaces = ["m", "ghost"] };

        var reply = await _gateway.PostAsync("/v2/query", """{"vector":[1,0],"namespaces":["m","ghost"]}""");

        Assert.Equal("true", reply.Headers["x-layer-partial"]);
        Assert.Equal("ghost", Assert.Single((await AskAsync(query)).Errors!).Namespace);
        await RefusedAsync(query with { Strict = true }, HttpStatusCode.BadGateway);
        await RefusedAsync(query with { Namespaces = ["ghost"] }, HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task Request_ThatCannotBeMeant_IsRefused()
    {
        await PutAsync("m", "a");
        var query = new FederatedQueryRequest { Vector = new float[] { 1, 0 } };

        await RefusedAsync(query with { Cursor = "x" }, HttpStatusCode.UnprocessableEntity);
        await RefusedAsync(query with { Namespaces = ["*", "m"] }, HttpStatusCode.UnprocessableEntity);
        await RefusedAsync(query with { Namespaces = [] }, HttpStatusCode.UnprocessableEntity);
        await RefusedAsync(query with { NearestToId = ["a"] }, HttpStatusCode.UnprocessableEntity);
        await RefusedAsync(new(), HttpStatusCode.UnprocessableEntity);
        await RefusedAsync(query with { Filters = JsonDocument.Parse("""["x"]""").RootElement }, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Auto_WithoutAVector_LeavesTheWorkToTheCaller()
    {
        await PutAsync("m", "a");

        var found = await AskAsync(new() { RankBy = RankBy("""["text","Auto","words",{"route":"semantic"}]""") });

        Assert.False(found.Routing!.Executed);
        Assert.Empty(found.Rows);
    }

    [Fact]
    public async Task Search_IsInTheHistoryOfEachNamespace()
    {
        await PutAsync("m", "a");
        await PutAsync("n", "b");
        await AskAsync(new() { Vector = new float[] { 1, 0 } });

        Assert.Equal(["a"], Assert.Single((await _layer.Api.ListSearchHistoryAsync("m", cancellationToken: Token)).Entries).TopResultIds);
        Assert.Equal(["b"], Assert.Single((await _layer.Api.ListSearchHistoryAsync("n", cancellationToken: Token)).Entries).TopResultIds);
    }

    private static IReadOnlyList<JsonElement> RankBy(string json) => [.. JsonDocument.Parse(json).RootElement.EnumerateArray()];

    private Task<FederatedQueryResponse> AskAsync(FederatedQueryRequest request) => _layer.Api.QueryAsync(request, cancellationToken: Token);

    private async Task RefusedAsync(FederatedQueryRequest request, HttpStatusCode status) =>
        Assert.Equal(status, (await Assert.ThrowsAsync<HevlayerException>(() => AskAsync(request))).StatusCode);

    // The first row is nearest to [1, 0], the next ones lie farther and farther away.
    private async Task PutAsync(string name, params string[] ids) => await _layer.Namespace(name).WriteAsync(
        new() { UpsertRows = [.. ids.Select((id, i) => new WriteRow { Id = id, Vector = new float[] { 1, i }, Attributes = new() { ["text"] = $"text of {id}" } })] }, Token);
}
