namespace Hevlayer.Local.Tests;

public sealed class QueryTests : IAsyncLifetime
{
    private readonly Harness _gateway = Harness.InProcess();

    public async ValueTask InitializeAsync() => (await _gateway.PostAsync("/v2/namespaces/n", """
        {"upsert_rows":[
          {"id":"east","vector":[1,0],"kind":"axis","n":1},
          {"id":"north","vector":[0,1],"kind":"axis","n":2},
          {"id":"both","vector":[1,1],"kind":"mix","n":3},
          {"id":"multi","vector":[[-1,0],[0.1,1]],"kind":"mix","n":4},
          {"id":5,"kind":"bare","n":5}]}
        """)).Ok();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Vector_TopK_AnswersTheNearestFirstWithDistances()
    {
        var rows = await RowsAsync("""{"vector":[1,0.1],"top_k":2}""");

        Assert.Equal(["east", "both"], Ids(rows));
        Assert.Equal(0.00496, rows[0].GetProperty("$dist").GetDouble(), 4);
        Assert.Equal(2, rows[0].EnumerateObject().Count());
    }

    [Fact]
    public async Task Vector_RowWithSeveralVectors_CountsItsBest() =>
        Assert.Equal(["multi", "north"], Ids(await RowsAsync("""{"vector":[0.12,1],"top_k":2}""")));

    [Fact]
    public async Task EuclideanSquared_Namespace_RanksByIt()
    {
        (await _gateway.PostAsync("/v2/namespaces/e", """{"distance_metric":"euclidean_squared","upsert_rows":[{"id":"far","vector":[10,0]},{"id":"near","vector":[0,2]}]}""")).Ok();

        var rows = (await _gateway.PostAsync("/v2/namespaces/e/query", """{"vector":[1,0]}""")).Ok().Json.GetProperty("rows");

        Assert.Equal(["near", "far"], Ids(rows));
        Assert.Equal(5, rows[0].GetProperty("$dist").GetDouble(), 4);
    }

    [Fact]
    public async Task NearestToId_Ids_RanksByTheAverageOfTheirVectors() =>
        Assert.Equal("both", Ids(await RowsAsync("""{"nearest_to_id":["east","north"],"top_k":1}""")).Single());

    [Theory]
    [InlineData("""{"nearest_to_id":["ghost"]}""", 404)]
    [InlineData("""{"nearest_to_id":["5"]}""", 404)]
    [InlineData("""{}""", 422)]
    [InlineData("""{"vector":[1,0],"nearest_to_id":["east"]}""", 422)]
    [InlineData("""{"vector":[1,0,0]}""", 422)]
    [InlineData("""{"vector":[]}""", 422)]
    [InlineData("""{"vector":[1,0],"top_k":0}""", 422)]
    [InlineData("""{"vector":[1,0],"cursor":"!"}""", 422)]
    [InlineData("""{"vector":[1,0],"cursor":"MjE0NzQ4MzY0Nw=="}""", 422)]
    [InlineData("""{"vector":[1e99,0]}""", 422)]
    [InlineData("""{"vector":[1,0],"filters":["kind","Eq"]}""", 422)]
    [InlineData("""{"vector":[1,0],"filters":["kind","In","axis"]}""", 422)]
    [InlineData("""{"vector":[1,0],"filters":["kind","Glob","a*"]}""", 501)]
    [InlineData("""{"rank_by":["text","Magic","x"],"top_k":1}""", 501)]
    [InlineData("""{"vector":[1,0],"as_of":1,"between":[1,2]}""", 422)]
    [InlineData("""{"vector":[1,0],"between":[2,1]}""", 422)]
    public async Task BadQuery_IsRefused(string body, int status) =>
        Assert.Equal(status, (int)(await _gateway.PostAsync("/v2/namespaces/n/query", body)).Status);

    [Fact]
    public async Task UnknownNamespace_IsNotFound() =>
        Assert.Equal("not_found", (await _gateway.PostAsync("/v2/namespaces/ghost/query", """{"vector":[1]}""")).Error);

    [Fact]
    public async Task IncludeAttributes_AllSomeOrAVector_ChoosesTheMembers()
    {
        var all = await RowsAsync("""{"vector":[1,0],"top_k":1,"include_attributes":true}""");
        var some = (await _gateway.PostAsync("/v2/namespaces/n/query", """{"vector":[1,0],"top_k":1,"include_attributes":["n","vector"]}""")).Ok();

        Assert.Equal("""{"id":"east","$dist":0,"kind":"axis","n":1}""", all[0].GetRawText());
        Assert.Equal("""{"id":"east","$dist":0,"n":1}""", some.Json.GetProperty("rows")[0].GetRawText());
        Assert.Equal("vector_attribute_dropped", some.Headers["x-layer-warning"]);
    }

    [Fact]
    public async Task Cursor_PagesOfTwo_WalkAllRowsOnce()
    {
        var seen = new List<string>();
        var cursor = string.Empty;
        for (var page = 0; page < 2; page++)
        {
            var reply = (await _gateway.PostAsync("/v2/namespaces/n/query", $$"""{"vector":[1,0],"top_k":2{{cursor}}}""")).Ok();
            seen.AddRange(Ids(reply.Json.GetProperty("rows")));
            Assert.Equal(page == 0, reply.Headers.TryGetValue("x-layer-next-cursor", out var next));
            cursor = $",\"cursor\":\"{next}\"";
        }

        Assert.Equal(["east", "both", "multi", "north"], seen);
    }

    [Fact]
    public async Task RankByAttribute_OrdersByItAndKeepsNumericIds()
    {
        var rows = await RowsAsync("""{"rank_by":["n","desc"],"include_attributes":["n"]}""");

        Assert.Equal([5, 4, 3, 2, 1], rows.EnumerateArray().Select(row => row.GetProperty("n").GetInt32()));
        Assert.Equal(System.Text.Json.JsonValueKind.Number, rows[0].GetProperty("id").ValueKind);
        Assert.False(rows[0].TryGetProperty("$dist", out _));
    }

    [Fact]
    public async Task Batch_TwoLegs_AnswersEachInOrder()
    {
        var reply = (await _gateway.PostAsync("/v2/namespaces/n/query?stainless_overload=multiQuery", """
            {"queries":[
              {"rank_by":["vector","ANN",[1,0]],"top_k":1,"include_attributes":["kind"]},
              {"rank_by":["vector","ANN",[0,1]],"top_k":2,"filters":["kind","Eq","axis"]}]}
            """)).Ok();

        var results = reply.Json.GetProperty("results");
        Assert.Equal("""[{"id":"east","$dist":0,"kind":"axis"}]""", results[0].GetProperty("rows").GetRawText());
        Assert.Equal(["north", "east"], Ids(results[1].GetProperty("rows")));
        Assert.NotEmpty(reply.Headers["traceparent"]);
    }

    [Theory]
    [InlineData("""{"queries":[{"rank_by":["vector","ANN",[1,0]]}]}""", 422)]
    [InlineData("""{"queries":[{"rank_by":["vector","ANN",[1,0]]},{"top_k":1}]}""", 422)]
    [InlineData("""{"queries":[{"rank_by":["vector","ANN",[1,0]]},{"rank_by":["n","asc"],"aggregate_by":{}}]}""", 501)]
    public async Task BadBatch_IsRefused(string body, int status) =>
        Assert.Equal(status, (int)(await _gateway.PostAsync("/v2/namespaces/n/query", body)).Status);

    [Fact]
    public async Task Traceparent_Sent_ComesBack()
    {
        const string Sent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        _gateway.Http.DefaultRequestHeaders.Add("traceparent", Sent);

        Assert.Equal(Sent, (await _gateway.PostAsync("/v2/namespaces/n/query", """{"vector":[1,0]}""")).Headers["traceparent"]);
    }

    [Fact]
    public async Task AsOfAndBetween_LimitByWriteTime()
    {
        var first = _gateway.NowMs;
        _gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _gateway.PostAsync("/v2/namespaces/n", """{"upsert_rows":[{"id":"late","vector":[1,0]}]}""")).Ok();
        _gateway.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.DoesNotContain("late", Ids(await RowsAsync($$"""{"vector":[1,0],"as_of":{{first}}}""")));
        Assert.Equal(["late"], Ids(await RowsAsync($$"""{"vector":[1,0],"between":[{{first}},{{first + 60_000}}]}""")));
    }

    private async Task<System.Text.Json.JsonElement> RowsAsync(string body) =>
        (await _gateway.PostAsync("/v2/namespaces/n/query", body)).Ok().Json.GetProperty("rows");

    private static string[] Ids(System.Text.Json.JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => row.GetProperty("id").ToString())];
}
