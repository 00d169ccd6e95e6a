using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Tests.Registration;

public sealed class StackedRetryTests
{
    private readonly CapturedLog _log = new();

    [Fact]
    public async Task RetryHandler_ForAllHttpClients_IsWarnedOfOncePerClient()
    {
        using var gateway = new FarEnd(HttpStatusCode.Conflict, "{}");
        await using var services = Containers.Build(services =>
        {
            services.AddSingleton<ILoggerFactory>(_log);
            services.ConfigureHttpClientDefaults(static http => http.AddHttpMessageHandler(static () => new RepeatingHandler()));
            services.AddHevlayer("search").ConfigurePrimaryHttpMessageHandler(() => gateway);
        });
        var layer = services.GetRequiredKeyedService<IHevlayerClient>("search");

        await Assert.ThrowsAsync<HevlayerException>(() => layer.Api.ListPipelinesAsync());
        await Assert.ThrowsAsync<HevlayerException>(() => layer.Api.GetLicenseAsync());

        Assert.Equal(6, gateway.Requests.Count);
        Assert.StartsWith("listPipelines was sent again by a handler outside this client", Assert.Single(_log.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("\uE000\uE001", "%EE%80%80%EE%80%81")]
    [InlineData("\uE000\uE000", "%EE%80%80%EE%80%80")]
    public async Task Id_OfARequestThatIsRepeatedFromOutside_StaysTheSame(string id, string encoded)
    {
        using var gateway = new FarEnd(HttpStatusCode.Conflict, "{}");
        await using var services = Containers.Build(services =>
        {
            services.ConfigureHttpClientDefaults(static http => http.AddHttpMessageHandler(static () => new RepeatingHandler()));
            services.AddHevlayer(static options => options.BaseAddress = new("http://gateway.test")).ConfigurePrimaryHttpMessageHandler(() => gateway);
        });

        await Assert.ThrowsAsync<HevlayerException>(() => services.GetRequiredService<IHevlayerClient>().GetPipelineStatusAsync(id));

        Assert.Equal(Enumerable.Repeat($"http://gateway.test/v2/pipelines/{encoded}/status", 3), gateway.Addresses);
    }

    [Fact]
    public async Task Id_ThroughTheHandlersOfTwoClients_StaysTheSame()
    {
        using var gateway = new FarEnd(HttpStatusCode.Conflict, "{}");
        await using var services = Containers.Build(services =>
            services.AddHevlayer(static options => options.BaseAddress = new("http://gateway.test")).ConfigurePrimaryHttpMessageHandler(() => gateway));
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(HevlayerClient));
        await using var layer = new HevlayerClient(new(), http);

        await Assert.ThrowsAsync<HevlayerException>(() => layer.GetPipelineStatusAsync("\uE000\uE001"));

        Assert.Equal(["http://gateway.test/v2/pipelines/%EE%80%80%EE%80%81/status"], gateway.Addresses);
    }

    [Fact]
    public async Task Client_OverTheHttpClientOfAnother_IsWarnedOf()
    {
        using var gateway = new FarEnd();
        await using var services = Containers.Build(services =>
        {
            services.AddSingleton<ILoggerFactory>(_log);
            services.AddHevlayer().ConfigurePrimaryHttpMessageHandler(() => gateway);
        });
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(HevlayerClient));
        await using var layer = new HevlayerClient(new(), http);

        await layer.Api.ListPipelinesAsync();

        Assert.Single(_log.Warnings);
    }

    [Fact]
    public async Task OwnRetries_AreNotWarnedOf()
    {
        using var gateway = new FarEnd(HttpStatusCode.ServiceUnavailable, "{}");
        await using var services = Containers.Build(services =>
        {
            services.AddSingleton<ILoggerFactory>(_log);
            services.AddHevlayer(static options => options.Retry = new() { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero })
                .ConfigurePrimaryHttpMessageHandler(() => gateway);
        });

        await Assert.ThrowsAsync<HevlayerException>(() => services.GetRequiredService<IHevlayerClient>().Api.ListPipelinesAsync());

        Assert.Equal(5, gateway.Requests.Count);
        Assert.Empty(_log.Warnings);
    }
}
