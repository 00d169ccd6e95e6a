namespace Hevlayer.Tests.Handles;

public sealed class HelperWireTests
{
    private static readonly string[] SearchHeaderNames = ["traceparent", "x-hevlayer-search-query", "x-hevlayer-tags", "x-hevlayer-tag"];

    [Theory]
    [MemberData(nameof(HelperCases.Names), MemberType = typeof(HelperCases))]
    public async Task Helper_Call_SendsExactlyThisRequest(string name)
    {
        var expected = HelperCases.Get(name);
        var far = new FarEnd().On(expected.Request.Split('?')[0], MinimalReplies.Of(expected.Operation));

        await expected.Call(far.Client);

        var sent = Assert.Single(far.Requests);
        Assert.Equal(expected.Request, $"{sent.Method} {sent.Target}");
        Assert.Equal(expected.SearchHeaders, HeadersOf(sent));
        Assert.Equal(expected.Body is not null, sent.Headers.ContainsKey("content-type"));
        if (expected.Body is null)
        {
            Assert.Empty(sent.Body);
        }
        else
        {
            Assert.StartsWith("application/json", sent.Headers["content-type"], StringComparison.Ordinal);
            JsonAssert.Same(expected.Body, sent.Body);
        }
    }

    private static IEnumerable<string> HeadersOf(SentRequest sent) =>
        sent.Headers
            .Where(header => SearchHeaderNames.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(header => $"{header.Key}: {header.Value}")
            .Order(StringComparer.Ordinal);
}
