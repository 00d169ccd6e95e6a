using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hevlayer.Tests.Options;

/// <summary>
/// Environment, then configuration, then code. The variables are the process's own, so these tests run alone.
/// </summary>
[Collection(nameof(PrecedenceTests))]
[CollectionDefinition(nameof(PrecedenceTests), DisableParallelization = true)]
public sealed class PrecedenceTests : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    [Fact]
    public void Options_EnvironmentAlone_IsTaken()
    {
        Set("HEVLAYER_BASE_URL", "http://environment");
        Set("LAYER_GATEWAY_API_KEY", "environment");

        Assert.Equal(("http://environment/", "environment"), Read([]));
    }

    [Fact]
    public void Options_ConfigurationToo_WinsOverTheEnvironment()
    {
        Set("HEVLAYER_BASE_URL", "http://environment");
        Set("HEVLAYER_API_KEY", "environment");

        Assert.Equal(("http://configured/", "environment"), Read(new() { ["Hevlayer:BaseAddress"] = "http://configured" }));
    }

    [Fact]
    public void Options_CodeToo_WinsOverBoth()
    {
        Set("HEVLAYER_BASE_URL", "http://environment");

        Assert.Equal(
            ("http://code/", "configured"),
            Read(new() { ["Hevlayer:BaseAddress"] = "http://configured", ["Hevlayer:ApiKey"] = "configured" }, options => options.BaseAddress = new("http://code")));
    }

    [Fact]
    public void FromEnvironment_VariablesAreSet_ReadsThem()
    {
        Set("HEVLAYER_BASE_URL", "http://environment");

        Assert.Equal("http://environment/", HevlayerClientOptions.FromEnvironment().BaseAddress?.AbsoluteUri);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private static (string Address, string? Key) Read(Dictionary<string, string?> settings, Action<HevlayerClientOptions>? configure = null)
    {
        using var provider = RegistrationTests.Build(services => services.AddHevlayer(configure), settings);
        var options = provider.GetRequiredService<IOptions<HevlayerClientOptions>>().Value;
        return (options.BaseAddress!.AbsoluteUri, options.ApiKey);
    }

    private void Set(string name, string value)
    {
        _before[name] = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }
}
