namespace Hevlayer.Tests.Handles;

public sealed class TagTests
{
    private const string Query = "POST /v2/namespaces/a%2Fb/query";

    public static TheoryData<string> BadTags =>
        ["a,b", "a b", "tag\n", "ä", "a;b", "a\u0001b", "\"a\"", new string('x', 129), "😀"];

    [Theory]
    [InlineData("b,a,C", "C,a,b")]
    [InlineData(" a ,a,\ta", "a")]
    [InlineData("a:b,_-./=+,0", "0,_-./=+,a:b")]
    public async Task Tags_OfAQuery_AreTrimmedSortedAndSentOnce(string tags, string expected)
    {
        var far = Far();

        await far.Space.QueryAsync(Request, new() { Tags = tags.Split(',') });

        Assert.Equal(expected, Assert.Single(far.Requests).Headers["x-hevlayer-tags"]);
    }

    [Fact]
    public async Task Tags_Empty_AreLeftOut()
    {
        var far = Far();

        await far.Space.QueryAsync(Request, new() { QueryText = " \n ", Tags = ["", " \t"] });

        Assert.DoesNotContain(Assert.Single(far.Requests).Headers.Keys, name => name.StartsWith("x-hevlayer", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Tags_AtTheLimits_AreSent()
    {
        var far = Far();
        string[] tags = [new('x', 128), .. Enumerable.Range(0, 31).Select(n => $"t{n:00}"), "t00"];

        await far.Space.QueryAsync(Request, new() { Tags = tags });

        Assert.Equal(32, Assert.Single(far.Requests).Headers["x-hevlayer-tags"].Split(',').Length);
    }

    [Theory]
    [MemberData(nameof(BadTags))]
    public async Task Tag_NotAllowed_IsRefusedBeforeAnyCall(string tag)
    {
        // White space at the ends is taken away, so it is put where it stays.
        var search = new SearchContext { Tags = ["good", "x" + tag + "x"] };
        var far = Far();

        await Refused(() => far.Space.QueryAsync(Request, search));
        await Refused(() => far.Space.BatchQueryAsync(BatchQueryRequest.Of(new() { RankBy = RankBy.Ascending("n") }, new() { RankBy = RankBy.Ascending("m") }), search));
        await Refused(() => far.Space.FetchAsync("1", search: search));
        await Refused(() => far.Space.FetchManyAsync(["1"], search: search));
        await Refused(() => far.Client.QueryFederatedAsync(new FederatedQueryRequest { NearestToId = ["1"] }, search));
        await Refused(() => Task.FromResult(far.Space.ListSearchHistory(new() { Tags = search.Tags })));
        await Refused(() => Task.FromResult(far.Space.ListClickstream(new() { Tags = search.Tags })));
        Assert.Empty(far.Requests);
    }

    [Fact]
    public async Task Tags_TooMany_AreRefusedBeforeAnyCall()
    {
        var far = Far();
        string[] tags = [.. Enumerable.Range(0, 33).Select(n => $"t{n}")];

        var error = await Assert.ThrowsAsync<ArgumentException>(async () => await far.Space.QueryAsync(Request, new() { Tags = tags }));

        Assert.Contains("33", error.Message, StringComparison.Ordinal);
        Assert.Contains("32", error.Message, StringComparison.Ordinal);
        Assert.Empty(far.Requests);
    }

    private static QueryRequest Request => new() { NearestToId = ["1"] };

    private static FarEnd Far() => new FarEnd().On(Query, MinimalReplies.Of("queryNamespace"));

    private static async Task Refused<T>(Func<Task<T>> call)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(async () => await call());
        Assert.EndsWith(".Tags", error.ParamName, StringComparison.Ordinal);
    }
}
