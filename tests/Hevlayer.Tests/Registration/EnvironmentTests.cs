using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hevlayer.Tests.Registration;

/// <summary>Variables belong to the whole process, so these tests run alone.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests : IDisposable
{
    public EnvironmentTests()
    {
        Environment.SetEnvironmentVariable(HevlayerClientOptions.BaseAddressVariable, "http://environment.test");
        Environment.SetEnvironmentVariable(HevlayerClientOptions.ApiKeyVariable, "environment-key");
    }

    [Fact]
    public async Task Variables_HoldForTheUnnamedClientAlone()
    {
        await using var services = Containers.Build(static services =>
        {
            services.AddHevlayer();
            services.AddHevlayer("search");
        });
        var options = services.GetRequiredService<IOptionsMonitor<HevlayerClientOptions>>();

        Assert.Equal(new Uri("http://environment.test"), options.CurrentValue.BaseAddress);
        Assert.Equal("environment-key", options.CurrentValue.ApiKey);
        Assert.Equal(HevlayerClientOptions.HostedAddress, options.Get("search").BaseAddress);
        Assert.Null(options.Get("search").ApiKey);
    }

    [Fact]
    public async Task Sources_InTurn_AreVariablesThenConfigurationThenCode()
    {
        await using var services = Containers.Build(
            static services => services.AddHevlayer(static options => options.TotalTimeout = TimeSpan.FromMinutes(7)),
            ("Hevlayer:ApiKey", "section-key"),
            ("Hevlayer:TotalTimeout", "00:05:00"));
        var options = services.GetRequiredService<IOptions<HevlayerClientOptions>>().Value;

        Assert.Equal(new Uri("http://environment.test"), options.BaseAddress);
        Assert.Equal("section-key", options.ApiKey);
        Assert.Equal(TimeSpan.FromMinutes(7), options.TotalTimeout);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(HevlayerClientOptions.BaseAddressVariable, null);
        Environment.SetEnvironmentVariable(HevlayerClientOptions.ApiKeyVariable, null);
    }
}
