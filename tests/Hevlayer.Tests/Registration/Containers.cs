using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Tests.Registration;

/// <summary>Containers as an app builds them, with its configuration.</summary>
internal static class Containers
{
    public static ServiceProvider Build(Action<IServiceCollection> register, params (string Key, string Value)[] configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(configuration.Select(entry => KeyValuePair.Create(entry.Key, (string?)entry.Value)))
            .Build());

        // Before the sources of a client, which go over it.
        services.ConfigureAll<HevlayerClientOptions>(static options => options.BaseAddress = HevlayerClientOptions.HostedAddress);
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
