namespace Hevlayer.Local.Tests;

public sealed class KeyTests : IAsyncDisposable
{
    private readonly Harness _gateway = Harness.InProcess(options =>
    {
        options.Keys.Add(new LocalGatewayKey("r", ApiKeyScope.Read));
        options.Keys.Add(new LocalGatewayKey("w", ApiKeyScope.Write));
        options.Keys.Add(new LocalGatewayKey("root"));
    });

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task NoKey_Is401WithoutAMessage()
    {
        var reply = await _gateway.GetAsync("/v2/pipelines");

        Assert.Equal(401, (int)reply.Status);
        Assert.Single(reply.Json.EnumerateObject());
        Assert.NotNull(reply.Error);
    }

    [Fact]
    public async Task UnknownKey_Is403AndNotRepeated()
    {
        var reply = await _gateway.GetAsync("/v2/pipelines", "guess");

        Assert.Equal(403, (int)reply.Status);
        Assert.Single(reply.Json.EnumerateObject());
        Assert.DoesNotContain("guess", reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r", "GET", "/v2/pipelines", null, 200)]
    [InlineData("w", "GET", "/v2/pipelines", "read", 403)]
    [InlineData("root", "GET", "/v2/pipelines", null, 200)]
    [InlineData("r", "POST", "/v2/namespaces/n", "write", 403)]
    [InlineData("w", "POST", "/v2/pipelines", "admin", 403)]
    [InlineData("r", "POST", "/v2/namespaces/n/query", null, 404)]
    [InlineData("r", "POST", "/v2/namespaces/n/scans", null, 404)]
    [InlineData("r", "POST", "/v2/namespaces/n/documents", "write", 403)]
    public async Task Scope_OfTheRoute_Decides(string key, string method, string path, string? needed, int status)
    {
        var reply = await _gateway.SendAsync(method, path, method == "GET" ? null : """{"vector":[1]}""", key);

        Assert.Equal(status, (int)reply.Status);
        if (needed is not null)
        {
            Assert.Equal(needed, reply.Json.GetProperty("required_scope").GetString());
            Assert.False(reply.Json.TryGetProperty("message", out _));
        }
    }

    [Fact]
    public async Task Probes_AskForNoKey()
    {
        Assert.Equal("""{"status":"ok"}""", (await _gateway.GetAsync("/health")).Ok().Body);
        Assert.Equal("""{"status":"ready"}""", (await _gateway.GetAsync("/ready")).Ok().Body);
    }

    [Fact]
    public void Key_ToString_KeepsItsToken() =>
        Assert.DoesNotContain("secret", new LocalGatewayKey("secret", ApiKeyScope.Read).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Key_UnknownScope_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new LocalGatewayKey("t", "owner"));
}
