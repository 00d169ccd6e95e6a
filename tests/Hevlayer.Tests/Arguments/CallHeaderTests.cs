namespace Hevlayer.Tests.Arguments;

/// <summary>Headers of single calls.</summary>
public sealed class CallHeaderTests
{
    [Theory]
    [InlineData("Authorization", "Bearer other")]
    [InlineData("content-type", "text/plain")]
    [InlineData("Host", "elsewhere")]
    [InlineData("two words", "x")]
    [InlineData("", "x")]
    [InlineData("x-tenant", "blue\r\nx-other: red")]
    public void Headers_ThatAreTheClientsOrNone_AreRefused(string name, string value)
    {
        var error = Assert.Throws<ArgumentException>(() => new CallOptions { Headers = new Dictionary<string, string> { [name] = value } });

        Assert.Equal("Headers", error.ParamName);
    }

    [Fact]
    public async Task Headers_OfAView_GoWithEachAttemptOfItsCallsAndNoOther()
    {
        var stub = new StubHandler((_, number) => number == 1 ? Reply.Error(503, "cache_cold") : Reply.Json("[]"));
        using var client = TestClients.Over(stub, configure: options => options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.Zero);
        var view = client.WithOptions(new() { Headers = new Dictionary<string, string> { ["x-tenant"] = "blue", ["User-Agent"] = "app/1.0" } });

        await view.GetChunksAsync("p", "d");
        await client.GetChunksAsync("p", "d");

        Assert.Equal(["blue", "blue", null], stub.Requests.Select(request => request.Headers.GetValueOrDefault("x-tenant")));
        Assert.Equal("app/1.0", stub.Requests[1].Headers["User-Agent"]);
        Assert.All(stub.Requests, request => Assert.Equal("Bearer test-key", request.Headers["Authorization"]));
    }

    [Fact]
    public async Task TotalTimeout_OfAView_EndsTheCallsOfItsHandles()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var stub = new StubHandler(async (_, _, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, token);
            throw new InvalidOperationException("Nobody waits as long.");
        }, clock);
        using var client = TestClients.Over(stub, clock);
        var space = client.WithOptions(new() { TotalTimeout = TimeSpan.FromSeconds(3) }).Namespace("n");

        var error = await clock.FailAsync<HevlayerTimeoutException>(() => space.FetchAsync("1"));

        Assert.Contains("the total time of 3 s", error.Message, StringComparison.Ordinal);
    }
}
