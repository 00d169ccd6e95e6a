namespace Hevlayer.Tests.Handles;

public sealed class RoutingTests
{
    private const string Deferred = """{"rows":[],"routing":{"route":"hybrid","policy":"long_text","tokens":9,"executed":false}}""";

    [Fact]
    public async Task Query_NotExecuted_NamesTheRouteToForce()
    {
        var far = new FarEnd().On("POST /v2/namespaces/a%2Fb/query", Deferred);

        var reply = await far.Space.QueryAsync(new() { NearestToId = ["1"] });

        Assert.Equal(new QueryDeferral("hybrid", "long_text"), reply.Deferral);
        Assert.Empty(reply.Rows);
    }

    [Theory]
    [InlineData("""{"rows":[]}""")]
    [InlineData("""{"rows":[],"routing":null}""")]
    [InlineData("""{"rows":[],"routing":{"route":"bm25","policy":"short_text","tokens":1,"executed":true}}""")]
    public async Task Query_Executed_HasNoDeferral(string json) =>
        Assert.Null((await new FarEnd().On("POST /v2/namespaces/a%2Fb/query", json).Space.QueryAsync(new() { NearestToId = ["1"] })).Deferral);

    [Fact]
    public async Task FederatedQuery_NotExecuted_NamesTheRouteToForce()
    {
        var far = new FarEnd().On("POST /v2/query", """
            {"rows":[],"merge":{"method":"distance","route":"fused"},"namespaces":[],
             "routing":{"route":"semantic","policy":"p","tokens":9,"executed":false}}
            """);

        Assert.Equal(new QueryDeferral("semantic", "p"), (await far.Client.QueryFederatedAsync(Federated)).Deferral);
    }

    [Fact]
    public async Task FederatedQuery_LegsThatFailed_AreSeenBesideTheRows()
    {
        var far = new FarEnd().On("POST /v2/query", () => Reply.Json("""
            {"rows":[{"id":"1","$dist":0.5}],"merge":{"method":"distance","route":"fused"},
             "namespaces":[{"namespace":"a","matched":1,"stable_as_of":5}],"errors":[{"namespace":"b","error":"timed out"}]}
            """).With("x-layer-partial", "true"));

        var reply = await far.Client.QueryFederatedAsync(Federated);

        Assert.True(reply.IsPartial);
        Assert.Single(reply.Rows);
        Assert.Equal(("b", "timed out"), reply.Errors!.Select(error => (error.Namespace, error.Error)).Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"errors\":[]")]
    [InlineData(",\"errors\":null")]
    public async Task FederatedQuery_AllLegsAnswered_IsNotPartial(string errors)
    {
        var far = new FarEnd().On("POST /v2/query", $$"""{"rows":[],"merge":{"method":"distance","route":"fused"},"namespaces":[]{{errors}}}""");

        Assert.False((await far.Client.QueryFederatedAsync(Federated)).IsPartial);
    }

    private static FederatedQueryRequest Federated => new() { NearestToId = ["1"] };
}
