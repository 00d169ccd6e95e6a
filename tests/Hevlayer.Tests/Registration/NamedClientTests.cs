using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Tests.Registration;

public sealed class NamedClientTests
{
    [Fact]
    public async Task Clients_OfSeveralNames_DoNotMix()
    {
        using var plain = new FarEnd();
        using var search = new FarEnd();
        using var ingest = new FarEnd();
        await using var services = Containers.Build(
            services =>
            {
                services.AddHevlayer(options => options.ApiKey = "plain-key").ConfigurePrimaryHttpMessageHandler(() => plain);
                services.AddHevlayer("search").ConfigurePrimaryHttpMessageHandler(() => search);
                services.AddHevlayer("ingest", options => options.ApiKey = "ingest-key").ConfigurePrimaryHttpMessageHandler(() => ingest);
            },
            ("Hevlayer:BaseAddress", "http://plain.test"),
            ("Hevlayer:search:BaseAddress", "http://search.test"),
            ("Hevlayer:search:ApiKey", "search-key"),
            ("Hevlayer:ingest:BaseAddress", "http://ingest.test/prefix"));

        await services.GetRequiredService<IHevlayerClient>().Api.ListPipelinesAsync();
        await services.GetRequiredKeyedService<IHevlayerClient>("search").Api.ListPipelinesAsync();
        await services.GetRequiredKeyedService<IHevlayerClient>("ingest").Api.ListPipelinesAsync();

        Assert.Equal(["http://plain.test/v2/pipelines"], plain.Addresses);
        Assert.Equal(["http://search.test/v2/pipelines"], search.Addresses);
        Assert.Equal(["http://ingest.test/prefix/v2/pipelines"], ingest.Addresses);
        Assert.Equal(["Bearer plain-key", "Bearer search-key", "Bearer ingest-key"], plain.Keys.Concat(search.Keys).Concat(ingest.Keys));
    }

    [Fact]
    public async Task Client_OfAName_IsOneSingletonUnderBothTypes()
    {
        await using var services = Containers.Build(static services => services.AddHevlayer("search"));

        Assert.Same(services.GetRequiredKeyedService<HevlayerClient>("search"), services.GetRequiredKeyedService<IHevlayerClient>("search"));
        Assert.Null(services.GetService<IHevlayerClient>());
        Assert.Null(services.GetKeyedService<IHevlayerClient>("ingest"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("search")]
    public async Task Registration_Repeated_KeepsOneSetOfHandlersAndJoinsTheSettings(string? name)
    {
        using var gateway = new FarEnd(System.Net.HttpStatusCode.InternalServerError, "{}");
        await using var services = Containers.Build(services =>
        {
            Add(services, options => options.Retry.MaxAttempts = 2);
            Add(services, options => options.Retry.BaseDelay = TimeSpan.Zero).ConfigurePrimaryHttpMessageHandler(() => gateway);
        });

        await Assert.ThrowsAsync<HevlayerException>(() => services.GetRequiredKeyedService<IHevlayerClient>(name).Api.ListPipelinesAsync());

        Assert.Equal(2, gateway.Requests.Count);

        IHttpClientBuilder Add(IServiceCollection services, Action<HevlayerClientOptions> configure) =>
            name is null ? services.AddHevlayer(configure) : services.AddHevlayer(name, configure);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a:b")]
    [InlineData("Retry")]
    [InlineData("baseaddress")]
    public void Name_ThatIsNoSectionOfItsOwn_IsRefused(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddHevlayer(name));

        Assert.Equal("name", error.ParamName);
    }

    [Fact]
    public void NamesOfOptions_AreAllRefused() =>
        Assert.All(
            typeof(HevlayerClientOptions).GetProperties(),
            option => Assert.Throws<ArgumentException>(() => new ServiceCollection().AddHevlayer(option.Name)));
}
