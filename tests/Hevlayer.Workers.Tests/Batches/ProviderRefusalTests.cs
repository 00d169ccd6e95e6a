using System.Net;

namespace Hevlayer.Workers.Tests;

public sealed class ProviderRefusalTests
{
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, null, true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "7", true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, null, false)]
    [InlineData(HttpStatusCode.BadRequest, "7", false)]
    [InlineData(HttpStatusCode.InternalServerError, null, false)]
    public void Of_HttpStatus_DecidesWhetherItIsARefusal(HttpStatusCode status, string? after, bool isRefusal) =>
        Assert.Equal(isRefusal, ProviderRefusal.Of(Error("no", status, after)) is not null);

    [Theory]
    [InlineData("HTTP 429 (insufficient_quota: ...)", true)]
    [InlineData("Service request failed.\nStatus: 429 (Too Many Requests)", true)]
    [InlineData("Response status code 429.", true)]
    [InlineData("Document 429 is broken.", false)]
    [InlineData("HTTP 4290", false)]
    public void Of_MessageOfAnSdk_IsRead(string message, bool isRefusal) =>
        Assert.Equal(isRefusal, ProviderRefusal.Of(new InvalidOperationException(message)) is not null);

    public static TheoryData<object, double?> Times => new()
    {
        { "90", 90 },
        { "0.5", 0.5 },
        { 3, 3 },
        { 2.5, 2.5 },
        { TimeSpan.FromMinutes(1), 60 },
        { "soon", null },
        { double.NaN, null },
        { "-4", null },
        { -4, null },
        { TimeSpan.FromSeconds(-1), null },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void Of_TimeInTheData_IsRead(object value, double? seconds)
    {
        var inner = Error("slow down", HttpStatusCode.TooManyRequests, value);

        var refusal = ProviderRefusal.Of(new InvalidOperationException("The model failed.", inner));

        Assert.Equal(seconds, refusal!.RetryAfter?.TotalSeconds);
    }

    private static HttpRequestException Error(string message, HttpStatusCode status, object? after) =>
        new(message, inner: null, status) { Data = { ["Retry-After"] = after } };
}
