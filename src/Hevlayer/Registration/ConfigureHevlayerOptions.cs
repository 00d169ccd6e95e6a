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

        if (services.GetService<IConfiguration>()?.GetSection(ClientNames.SectionOf(name)) is { } section)
        {
            CheckAddress(section, nameof(options.BaseAddress));
            CheckAddress(section, $"{nameof(options.Fallback)}:{nameof(options.BaseAddress)}");
            section.Bind(options);
        }
    }

    // The binder quotes what it cannot read, and an address may carry a password.
    private static void CheckAddress(IConfigurationSection section, string name)
    {
        if (section[name] is { Length: > 0 } text && !Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _))
        {
            OptionsRules.ParseAddress($"{section.Path}:{name}", text);
        }
    }
}
