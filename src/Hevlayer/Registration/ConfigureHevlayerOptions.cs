using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hevlayer;

/// <summary>
/// Options from the environment, then from the configuration section <c>Hevlayer</c>; those of a named client from the
/// section <c>Hevlayer:name</c> alone, for variables cannot say which client they mean.
/// </summary>
internal sealed class ConfigureHevlayerOptions(IServiceProvider services) : IConfigureNamedOptions<HevlayerClientOptions>
{
    public void Configure(HevlayerClientOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, HevlayerClientOptions options)
    {
        options.LoggerFactory = services.GetService<ILoggerFactory>();
        options.TimeProvider = services.GetService<TimeProvider>() ?? options.TimeProvider;
        if (string.IsNullOrEmpty(name))
        {
            options.Apply(Environment.GetEnvironmentVariable);
        }

        services.GetService<IConfiguration>()?.GetSection(ClientNames.SectionOf(name)).Bind(options);
    }
}
