using System.Globalization;
using System.Text.Json;
using Hevlayer.Wire.Tests.Gateway;

namespace Hevlayer.Wire.Tests.Requests;

/// <summary>Compares what arrived with what must arrive.</summary>
internal static class RequestAssert
{
    private static readonly string[] OnEveryCall = ["Accept-Encoding", "Authorization", "Host", "User-Agent"];

    public static void Same(ExpectedRequest expected, WireRequest actual, string key)
    {
        Assert.Equal(expected.Line, $"{actual.Method} {actual.Target}");
        Assert.Equal($"Bearer {key}", actual.Headers["Authorization"]);
        Assert.StartsWith("hevlayer-dotnet/", actual.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal(ExpectedHeaders(expected, actual), actual.Headers.Where(static header => !OnEveryCall.Contains(header.Key)).OrderBy(static header => header.Key, StringComparer.Ordinal));
        SameBody(expected, actual);
    }

    private static void SameBody(ExpectedRequest expected, WireRequest actual)
    {
        if (expected.Body is null)
        {
            Assert.Equal(expected.Bytes ?? [], actual.Body);
            return;
        }

        using var wanted = JsonDocument.Parse(expected.Body);
        using var got = JsonDocument.Parse(actual.Body);
        Assert.True(JsonElement.DeepEquals(wanted.RootElement, got.RootElement), $"Expected {expected.Body}, arrived {got.RootElement.GetRawText()}");
    }

    // A call without a body must not claim one: only the length says that there is none, and only where one could be.
    private static SortedDictionary<string, string> ExpectedHeaders(ExpectedRequest expected, WireRequest actual)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add("Content-Type", expected.ContentType);
        Add("Content-Length", actual.Method is "GET" or "DELETE" ? null : actual.Body.Length.ToString(CultureInfo.InvariantCulture));
        Add("x-hevlayer-search-query", expected.SearchQuery);
        Add("x-hevlayer-tags", expected.Tags);
        Add("traceparent", expected.TraceParent);
        return headers;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                headers[name] = value;
            }
        }
    }
}
