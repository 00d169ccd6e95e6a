using System.Net;

namespace Hevlayer.Local.Tests;

public sealed class HistoryTests : IAsyncDisposable
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private readonly Harness _gateway = Harness.InProcess(options => options.HistoryEntries = 5);
    private readonly HevlayerClient _layer;

    public HistoryTests() => _layer = _gateway.Client();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _layer.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Search_IsKeptWithItsTextTagsAndBestRows()
    {
        await PutAsync();
        await SearchAsync(" red  kettle ", "b:2, a:1,b:2", $"00-{Trace}-b7ad6b7169203331-01");

        var entry = Assert.Single((await _layer.Api.ListSearchHistoryAsync("n", cancellationToken: Token)).Entries);

        Assert.Equal((Trace, "red  kettle", "n"), (entry.TraceId, entry.RawQuery, entry.Namespace));
        Assert.Equal(["a:1", "b:2"], entry.Tags);
        Assert.Equal(["a", "b"], entry.TopResultIds);
        Assert.Equal(1, entry.Query.GetProperty("vector")[0].GetInt32());
        Assert.Equal(_gateway.Clock.GetUtcNow(), entry.Timestamp);
    }

    [Fact]
    public async Task Fetch_WithATraceContext_IsAClickForEachDocument()
    {
        await PutAsync();
        var header = new Dictionary<string, string> { ["traceparent"] = $"00-{Trace}-b7ad6b7169203331-01", ["x-hevlayer-tags"] = "t" };
        await GetAsync("/v2/namespaces/n/documents/a", header);
        await GetAsync("/v2/namespaces/n/documents/a", []);
        await _layer.Api.FetchDocumentsAsync("n", new() { Ids = ["a", "ghost", "b"] }, traceparent: header["traceparent"], cancellationToken: Token);

        var events = (await _layer.Api.ListClickstreamAsync("n", traceId: Trace, cancellationToken: Token)).Events;

        Assert.Equal([("b", "batch"), ("a", "batch"), ("a", "single")], events.Select(click => (click.DocId, click.Source)));
        Assert.Equal(["t"], events[2].Tags);
        Assert.Empty((await _layer.Api.ListClickstreamAsync("n", traceId: "0", cancellationToken: Token)).Events);
    }

    [Fact]
    public async Task List_GoesPageByPageFromTheNewest()
    {
        await PutAsync();
        for (var i = 0; i < 7; i++)
        {
            await SearchAsync($"{i}", i % 2 == 0 ? "even,all" : "all");
        }

        var all = new List<string?>();
        await foreach (var entry in _layer.Namespace("n").ListSearchHistory(new() { PageSize = 2 }))
        {
            all.Add(entry.RawQuery);
        }

        Assert.Equal(["6", "5", "4", "3", "2"], all);
        var even = await _layer.Api.ListSearchHistoryAsync("n", tag: ["all", "even"], cancellationToken: Token);
        Assert.Equal(["6", "4", "2"], even.Entries.Select(entry => entry.RawQuery));
        Assert.Null(even.NextCursor);
    }

    [Fact]
    public async Task List_BetweenTwoTimes_HasBothEnds()
    {
        await PutAsync();
        for (var i = 0; i < 3; i++)
        {
            await SearchAsync($"{i}", "t");
            _gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var found = await _layer.Api.ListSearchHistoryAsync("n", from: "2026-08-20T12:00:01Z", to: "2026-08-20T14:00:01+02:00", cancellationToken: Token);

        Assert.Equal(["1"], found.Entries.Select(entry => entry.RawQuery));
    }

    [Theory]
    [InlineData("tag=a%20b")]
    [InlineData("from=yesterday")]
    [InlineData("before=x")]
    [InlineData("limit=0")]
    public async Task List_WithAParameterThatCannotBeMeant_IsRefused(string query) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _gateway.GetAsync($"/v2/namespaces/n/search-history?{query}")).Status);

    [Fact]
    public async Task Tag_ThatIsNone_RefusesTheSearch()
    {
        await PutAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/namespaces/n/query") { Content = new StringContent("""{"vector":[1,0]}""", null, "application/json") };
        request.Headers.Add("x-hevlayer-tag", "é€");

        using var response = await _gateway.Http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Empty((await _layer.Api.ListSearchHistoryAsync("n", cancellationToken: Token)).Entries);
    }

    private async Task PutAsync() => await _layer.Namespace("n").WriteAsync(
        new() { UpsertRows = [new() { Id = "a", Vector = new float[] { 1, 0 } }, new() { Id = "b", Vector = new float[] { 0, 1 } }] }, Token);

    private Task<QueryResponse> SearchAsync(string text, string tags, string? trace = null) =>
        _layer.Api.QueryNamespaceAsync("n", new() { Vector = new float[] { 1, 0 } }, searchQuery: text, tags: tags, traceparent: trace, cancellationToken: Token);

    private async Task GetAsync(string path, Dictionary<string, string> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await _gateway.Http.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
