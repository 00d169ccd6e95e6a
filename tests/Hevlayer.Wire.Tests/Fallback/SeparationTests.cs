using System.Net;
using Hevlayer.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Wire.Tests.Fallback;

/// <summary>What belongs to one server never reaches the other, nor the log, nor an error.</summary>
public sealed class SeparationTests
{
    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a b#1?", "a%20b%231%3F")]
    [InlineData("café", "caf%C3%A9")]
    [InlineData("\uE000\uE000\uE001", "%EE%80%80%EE%80%80%EE%80%81")]
    public async Task Call_WithAnyId_ReachesTurbopufferUnchanged(string id, string encoded)
    {
        await using var turbopuffer = new RawServer(RawReply.Json("{}"));
        var options = Clients.Options(new Uri(Nobody.Address, "/prefix/"), new Uri(turbopuffer.Address, "/direct/"));
        await using var layer = new HevlayerClient(options);

        await layer.Api.GetTurbopufferNamespaceSchemaAsync(id, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal($"/direct/v1/namespaces/{encoded}/schema", Assert.Single(turbopuffer.Requests).Target);
    }

    [Fact]
    public async Task List_FallsThrough_WithItsParameters()
    {
        await using var turbopuffer = new RawServer(RawReply.Json("""{"namespaces":[]}"""));
        await using var layer = new HevlayerClient(Clients.Options(Nobody.Address, turbopuffer.Address));

        await layer.Api.ListTurbopufferNamespacesAsync(prefix: "a b", pageSize: 2, cancellationToken: TestContext.Current.CancellationToken);

        var target = Assert.Single(turbopuffer.Requests).Target;
        Assert.StartsWith("/v1/namespaces?", target, StringComparison.Ordinal);
        Assert.Contains("prefix=a%20b", target, StringComparison.Ordinal);
        Assert.Contains("page_size=2", target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_OfServersThatEchoWhatTheyGot_HoldNoKey()
    {
        var echo = $"you sent {Clients.TurbopufferKey} and {Clients.GatewayKey}";
        await using var turbopuffer = new RawServer(RawReply.Json(echo, 401, type: "text/plain"));
        await using var layer = new HevlayerClient(Clients.Options(Nobody.Address, turbopuffer.Address));

        var error = await Assert.ThrowsAsync<HevlayerException>(
            () => layer.Api.GetTurbopufferNamespaceSchemaAsync("n", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("Fallback", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Clients.TurbopufferKey, error.ToString() + error.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Clients.GatewayKey, error.ToString() + error.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FallThrough_IsLoggedOnceAsAWarning_WithoutKeyOrId()
    {
        using var log = new LogRecorder();
        await using var turbopuffer = new RawServer(RawReply.Json("{}"));
        var options = Clients.Options(Nobody.Address, turbopuffer.Address);
        options.LoggerFactory = log;
        await using var layer = new HevlayerClient(options);

        await layer.Api.GetTurbopufferNamespaceSchemaAsync("secret-namespace", cancellationToken: TestContext.Current.CancellationToken);

        var (level, id, text) = Assert.Single(log.Entries, entry => entry.Level >= LogLevel.Warning);
        Assert.Equal((LogLevel.Warning, 10), (level, id.Id));
        Assert.Contains("getTurbopufferNamespaceSchema", text, StringComparison.Ordinal);
        Assert.All(log.Entries, entry => Assert.DoesNotContain("secret-namespace", entry.Text, StringComparison.Ordinal));
        Assert.All(log.Entries, entry => Assert.DoesNotContain("key", entry.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RegisteredClient_FallsThroughTheSameWay()
    {
        await using var turbopuffer = new RawServer(RawReply.Json("{}"));
        var services = new ServiceCollection();
        services.AddHevlayer(options =>
        {
            options.BaseAddress = Nobody.Address;
            options.ApiKey = Clients.GatewayKey;
            options.Retry.MaxAttempts = 1;
            options.Fallback = new() { ApiKey = Clients.TurbopufferKey, BaseAddress = turbopuffer.Address };
        });
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IHevlayerClient>().Api.GetTurbopufferNamespaceSchemaAsync("n", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal($"Bearer {Clients.TurbopufferKey}", Assert.Single(turbopuffer.Requests).Authorization);
    }

    [Fact]
    public async Task Gateway_WithoutAKey_IsNotSentTurbopuffers()
    {
        await using var gateway = new RawServer(RawReply.Json("{}"));
        await using var turbopuffer = new RawServer(RawReply.Json("{}"));
        var options = Clients.Options(gateway.Address, turbopuffer.Address);
        options.ApiKey = null;
        await using var layer = new HevlayerClient(options);

        await layer.Api.GetTurbopufferNamespaceSchemaAsync("n", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(gateway.Requests).Authorization);
        Assert.Empty(turbopuffer.Requests);
    }
}
