using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hevlayer;

/// <summary>Options from the environment, then from the configuration section <c>Hevlayer</c>.</summary>
internal sealed class ConfigureHevlayerOptions(IServiceProvider services) : IConfigureOptions<HevlayerClientOptions>
{
    public const string SectionName = "Hevlayer";

    public void Configure(HevlayerClientOptions options)
    {
        options.LoggerFactory = services.GetService<ILoggerFactory>();
        options.TimeProvider = services.GetService<TimeProvider>() ?? options.TimeProvider;
        options.Apply(Environment.GetEnvironmentVariable);
        services.GetService<IConfiguration>()?.GetSection(SectionName).Bind(options);
    }
}
