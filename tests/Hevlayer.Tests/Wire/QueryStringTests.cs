namespace Hevlayer.Tests.Wire;

public sealed class QueryStringTests
{
    private const string Warm = """{"status":"ACCEPTED"}""";

    public static TheoryData<string, Func<IHevlayerApi, Task>> Calls => new()
    {
        { "", api => api.HintCacheWarmAsync("n") },
        { "documents=false", api => api.HintCacheWarmAsync("n", documents: false) },
        {
            "turbopuffer=true&documents=false&snapshots=true&blobs=false&blob_budget_bytes=0&page_size=0",
            api => api.HintCacheWarmAsync("n", true, false, true, false, 0, 0)
        },
        { "", api => api.FetchDocumentAsync("n", "d") },
        { "include_attributes=a", api => api.FetchDocumentAsync("n", "d", ["a"]) },
        { "include_attributes=a,b,c", api => api.FetchDocumentAsync("n", "d", ["a", "b", "c"]) },
        { "include_attributes=größe,x&y,1+1", api => api.FetchDocumentAsync("n", "d", ["größe", "x&y", "1+1"]) },
        { "include_attributes=.,..", api => api.FetchDocumentAsync("n", "d", [".", ".."]) },
        { "limit=0", api => api.ListNamespaceHistoryAsync("n", limit: 0) },
        { "limit=7&before=2026-01-02T03:04:05Z", api => api.ListNamespaceHistoryAsync("n", 7, "2026-01-02T03:04:05Z") },
        { "before=", api => api.ListNamespaceHistoryAsync("n", before: "") },
        { "since=0&namespace=n&cursor=c/d", api => api.ListSnapshotActivityAsync(since: 0, namespaceName: "n", cursor: "c/d") },
        { "limit=10&offset=20", api => api.GetScanResultsAsync("n", "s", 10, 20) },
        { "stainless_overload=multiQuery", api => api.BatchQueryNamespaceAsync("n", new() { Queries = [] }) },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Calls))]
    public async Task Query_ListsAreJoinedAndAbsentIsAbsent(string query, Func<IHevlayerApi, Task> call)
    {
        await using var server = new RawServer(RawReply.Json(Warm, 404));
        await using var client = TestClients.Connected(server.Address);

        await Assert.ThrowsAsync<HevlayerException>(() => call(client.Api));

        // Split before decoding, so that an unescaped & or + would show.
        var pairs = Assert.Single(server.Requests).Query.Split('&', StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain(pairs, pair => pair.Contains('+', StringComparison.Ordinal));
        Assert.Equal(query, string.Join('&', pairs.Select(Uri.UnescapeDataString)));
    }

    [Fact]
    public async Task Query_EmptyList_IsSentAsAnEmptyValue()
    {
        await using var server = new RawServer(RawReply.Json("""{"id":"d","attributes":{}}"""));
        await using var client = TestClients.Connected(server.Address);

        await client.Namespace("n").FetchAsync("d", []);

        Assert.Equal("include_attributes=", Assert.Single(server.Requests).Query);
    }

    [Theory]
    [MemberData(nameof(Cultures.Odd), MemberType = typeof(Cultures))]
    public async Task Query_OddCulture_WritesNumbersAndBooleansTheSame(string culture)
    {
        var stub = StubHandler.Always("{}");
        using var client = TestClients.Over(stub);

        await Cultures.RunAsync(culture, () => client.Api.HintCacheWarmAsync("n", blobs: true, blobBudgetBytes: -1234567, pageSize: 1000));

        Assert.Equal("blobs=true&blob_budget_bytes=-1234567&page_size=1000", Assert.Single(stub.Requests).Query);
    }
}
