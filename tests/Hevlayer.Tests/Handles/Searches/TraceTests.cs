using System.Diagnostics;

namespace Hevlayer.Tests.Handles;

public sealed class TraceTests
{
    private const string Given = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public async Task TraceParent_OfTheCurrentActivity_IsSentOnEverySearchAndFetch()
    {
        using var activity = new Activity("search").SetIdFormat(ActivityIdFormat.W3C).Start();
        var far = Far();

        await CallAll(far, null);

        Assert.Equal(5, far.Requests.Count);
        Assert.All(far.Requests, sent => Assert.Equal(activity.TraceId.ToHexString(), sent.Headers["traceparent"].Split('-')[1]));
    }

    [Fact]
    public async Task TraceParent_Given_GoesBeforeTheCurrentActivity()
    {
        using var activity = new Activity("search").SetIdFormat(ActivityIdFormat.W3C).Start();
        var far = Far();

        await CallAll(far, new() { TraceParent = Given });

        Assert.All(far.Requests, sent => Assert.Equal(Given, sent.Headers["traceparent"]));
    }

    [Fact]
    public async Task TraceParent_OfAnActivityInAnotherFormat_IsLeftOut()
    {
        using var activity = new Activity("search").SetIdFormat(ActivityIdFormat.Hierarchical).Start();
        var far = Far();

        await CallAll(far, null);

        Assert.All(far.Requests, sent => Assert.DoesNotContain("traceparent", sent.Headers.Keys));
    }

    private static FarEnd Far() => new FarEnd()
        .On("POST /v2/namespaces/a%2Fb/query", """{"results":[{}]}""")
        .On("GET /v2/namespaces/a%2Fb/documents/1", MinimalReplies.Of("fetchDocument"))
        .On("POST /v2/namespaces/a%2Fb/documents", MinimalReplies.Of("fetchDocuments"))
        .On("POST /v2/query", MinimalReplies.Of("query"));

    private static async Task CallAll(FarEnd far, SearchContext? search)
    {
        await far.Space.QueryAsync(new() { NearestToId = ["1"] }, search);
        await far.Space.BatchQueryAsync(BatchQueryRequest.Of(new() { RankBy = RankBy.Ascending("n") }, new() { RankBy = RankBy.Ascending("m") }), search);
        await far.Space.FetchAsync("1", search: search);
        await far.Space.FetchManyAsync(["1"], search: search);
        await far.Client.QueryFederatedAsync(new FederatedQueryRequest { NearestToId = ["1"] }, search);
    }
}
