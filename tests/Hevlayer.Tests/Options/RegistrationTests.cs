using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hevlayer.Tests.Options;

/// <summary>The client in a real container, with scopes checked.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task AddHevlayer_Resolved_IsOneClientThatWorks()
    {
        await using var server = new RawServer(RawReply.Json("""{"pipelines":[]}"""));
        await using var provider = Build(services => services.AddHevlayer(options => options.BaseAddress = server.Address));

        var client = provider.GetRequiredService<HevlayerClient>();
        await using var scope = provider.CreateAsyncScope();

        Assert.Same(client, provider.GetRequiredService<IHevlayerClient>());
        Assert.Same(client, scope.ServiceProvider.GetRequiredService<IHevlayerClient>());
        Assert.Empty((await client.Api.ListPipelinesAsync()).Pipelines);
        Assert.StartsWith("hevlayer-dotnet/", Assert.Single(server.Requests).Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddHevlayer_GatewayFails_RepeatsAndFailsAsTheClientDoes()
    {
        await using var server = new RawServer(RawReply.Json("""{"error":"service_unavailable","message":"m"}""", 503));
        await using var provider = Build(services => services.AddHevlayer(options => Quick(options, server.Address)));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => provider.GetRequiredService<IHevlayerClient>().ClaimDocumentsAsync("p", new() { WorkerId = "w" }));

        Assert.Equal((3, 3, "service_unavailable"), (server.Requests.Count, error.Attempts, error.Code));
    }

    [Fact]
    public async Task AddHevlayer_CalledTwice_IsHarmless()
    {
        await using var server = new RawServer(RawReply.Json("""{"error":"service_unavailable","message":"m"}""", 503));
        await using var provider = Build(services =>
        {
            services.AddHevlayer(options => Quick(options, server.Address));
            services.AddHevlayer(options => options.ApiKey = "second");
        });

        var error = await Assert.ThrowsAsync<HevlayerException>(() => provider.GetRequiredService<IHevlayerClient>().Api.ListPipelinesAsync());

        Assert.Equal((3, 3), (server.Requests.Count, error.Attempts));
        Assert.Equal("Bearer second", server.Requests[0].Headers["Authorization"]);
        Assert.Single(provider.GetServices<IHevlayerClient>());
    }

    [Fact]
    public async Task AddHevlayer_Builder_TakesTheCallersConnections()
    {
        var stub = StubHandler.Always("""{"pipelines":[]}""");
        await using var provider = Build(services => services.AddHevlayer().ConfigurePrimaryHttpMessageHandler(() => stub));

        await provider.GetRequiredService<IHevlayerClient>().Api.ListPipelinesAsync();

        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task AddHevlayer_ConfigurationSection_SetsEveryKindOfOption()
    {
        await using var provider = Build(
            services => services.AddHevlayer(),
            new()
            {
                ["Hevlayer:BaseAddress"] = "http://configured:8080/prefix",
                ["Hevlayer:ApiKey"] = "configured",
                ["Hevlayer:AttemptTimeout"] = "00:00:07",
                ["Hevlayer:MaxErrorBodyLength"] = "12",
                ["Hevlayer:Retry:MaxAttempts"] = "9",
                ["Hevlayer:Retry:BaseDelay"] = "00:00:00.5",
                ["Hevlayer:Polling:StatusCacheTime"] = "00:00:01",
            });

        var options = provider.GetRequiredService<IOptions<HevlayerClientOptions>>().Value;

        Assert.Equal(("http://configured:8080/prefix", "configured"), (options.BaseAddress?.AbsoluteUri, options.ApiKey));
        Assert.Equal((7.0, 12, 9), (options.AttemptTimeout.TotalSeconds, options.MaxErrorBodyLength, options.Retry.MaxAttempts));
        Assert.Equal((500.0, 1.0), (options.Retry.BaseDelay.TotalMilliseconds, options.Polling.StatusCacheTime.TotalSeconds));
        Assert.Equal(TimeSpan.FromMinutes(2), options.TotalTimeout);
    }

    [Fact]
    public async Task AddHevlayer_ContainersClock_IsTheClients()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var provider = Build(services => services.AddSingleton<TimeProvider>(clock).AddHevlayer());

        Assert.Same(clock, provider.GetRequiredService<IOptions<HevlayerClientOptions>>().Value.TimeProvider);
    }

    [Fact]
    public async Task HostStart_OptionIsWrong_FailsAndNamesIt()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHevlayer(options => options.Retry.MaxAttempts = 0);
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("Retry.MaxAttempts is 0; it must be from 1 to 100.", error.Message, StringComparison.Ordinal);
    }

    internal static ServiceProvider Build(Action<IServiceCollection> register, Dictionary<string, string?>? settings = null)
    {
        var services = new ServiceCollection();
        if (settings is not null)
        {
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        }

        // Before the sources of a client, which go over it.
        services.ConfigureAll<HevlayerClientOptions>(static options => options.BaseAddress = HevlayerClientOptions.HostedAddress);
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    private static void Quick(HevlayerClientOptions options, Uri address)
    {
        options.BaseAddress = address;
        options.Retry.MaxAttempts = 3;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(2);
    }
}
