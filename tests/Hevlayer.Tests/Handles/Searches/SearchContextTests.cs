namespace Hevlayer.Tests.Handles;

/// <summary>A search context that no header can carry is refused before any call.</summary>
public sealed class SearchContextTests
{
    public static TheoryData<string, string> BadTexts => new()
    {
        { "red\nkettle", "U+000A at position 3" },
        { "red\r\nx-evil: 1", "U+000D at position 3" },
        { "\0", "U+0000 at position 0" },
        { "a\tb", "U+0009 at position 1" },
        { "  a\u0001", "U+0001 at position 1" },
        { "a\u001Fb", "U+001F at position 1" },
        { "a\u007Fb", "U+007F at position 1" },
        { "a\u0085b", "U+0085 at position 1" },
    };

    public static TheoryData<string> BadTraces =>
    [
        "",
        "abc",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x",
        " 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319g-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    ];

    [Theory]
    [MemberData(nameof(BadTexts))]
    public async Task QueryText_WithAControlCharacter_IsRefusedBeforeAnyCall(string text, string told)
    {
        var error = await RefusedAsync(new() { QueryText = text });

        Assert.Equal("search.QueryText", error.ParamName);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.Contains("one line of text without control characters", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadTraces))]
    public async Task TraceParent_Malformed_IsRefusedBeforeAnyCall(string trace)
    {
        var error = await RefusedAsync(new() { TraceParent = trace });

        Assert.Equal("search.TraceParent", error.ParamName);
        Assert.Contains($"'{trace}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("32 hexadecimal digits, 16 and 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QueryText_WithBreaksAroundIt_IsTrimmed()
    {
        var far = new FarEnd().On("POST /v2/namespaces/a%2Fb/query", MinimalReplies.Of("queryNamespace"));

        await far.Space.QueryAsync(Request, new() { QueryText = "\r\n red kettle\t\n" });

        Assert.Equal("red kettle", Assert.Single(far.Requests).Headers["x-hevlayer-search-query"]);
    }

    private static QueryRequest Request => new() { NearestToId = ["1"] };

    private static async Task<ArgumentException> RefusedAsync(SearchContext search)
    {
        var far = new FarEnd();
        var error = await Assert.ThrowsAsync<ArgumentException>(async () => await far.Space.QueryAsync(Request, search));
        await Assert.ThrowsAsync<ArgumentException>(async () => await far.Space.FetchAsync("1", search: search));
        await Assert.ThrowsAsync<ArgumentException>(async () => await far.Space.FetchManyAsync(["1"], search: search));
        await Assert.ThrowsAsync<ArgumentException>(async () => await far.Client.QueryFederatedAsync(new FederatedQueryRequest { NearestToId = ["1"] }, search));
        Assert.Empty(far.Requests);
        return error;
    }
}
