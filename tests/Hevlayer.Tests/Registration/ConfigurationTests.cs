using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hevlayer.Tests.Registration;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("search", ":search")]
    public async Task Section_WithEveryKindOfValue_IsRead(string? name, string section)
    {
        await using var services = Containers.Build(
            services => _ = name is null ? services.AddHevlayer() : services.AddHevlayer(name),
            ($"Hevlayer{section}:BaseAddress", "http://configured.test:8080/prefix"),
            ($"Hevlayer{section}:ApiKey", "configured-key"),
            ($"Hevlayer{section}:AttemptTimeout", "00:00:12.500"),
            ($"Hevlayer{section}:TotalTimeout", "0:03:00"),
            ($"Hevlayer{section}:ReadStallTimeout", "00:00:01"),
            ($"Hevlayer{section}:MaxBufferedReplyBytes", "1048576"),
            ($"Hevlayer{section}:MaxErrorBodyLength", "64"),
            ($"Hevlayer{section}:CompressRequestsFromBytes", "65536"),
            ($"Hevlayer{section}:Retry:MaxAttempts", "3"),
            ($"Hevlayer{section}:Retry:BaseDelay", "00:00:00.050"),
            ($"Hevlayer{section}:Polling:StatusCacheTime", "00:00:00"));

        var options = services.GetRequiredService<IOptionsMonitor<HevlayerClientOptions>>().Get(name);

        Assert.Equal(new Uri("http://configured.test:8080/prefix"), options.BaseAddress);
        Assert.Equal("configured-key", options.ApiKey);
        Assert.Equal(TimeSpan.FromSeconds(12.5), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromMinutes(3), options.TotalTimeout);
        Assert.Equal(TimeSpan.FromSeconds(1), options.ReadStallTimeout);
        Assert.Equal(1024 * 1024, options.MaxBufferedReplyBytes);
        Assert.Equal(64, options.MaxErrorBodyLength);
        Assert.Equal(64 * 1024, options.CompressRequestsFromBytes);
        Assert.Equal(3, options.Retry.MaxAttempts);
        Assert.Equal(TimeSpan.FromMilliseconds(50), options.Retry.BaseDelay);
        Assert.Equal(TimeSpan.FromSeconds(10), options.Retry.MaxDelay);
        Assert.Equal(TimeSpan.Zero, options.Polling.StatusCacheTime);
        Assert.Equal(TimeSpan.FromSeconds(5), options.Polling.StatusInterval);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public async Task Section_OnAMachineOfAnotherCulture_IsReadAlike(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        await using var services = Containers.Build(
            static services => services.AddHevlayer("search"),
            ("hevlayer:SEARCH:attempttimeout", "00:00:12.500"),
            ("HEVLAYER:search:MAXERRORBODYLENGTH", "64"));

        var options = services.GetRequiredService<IOptionsMonitor<HevlayerClientOptions>>().Get("search");

        Assert.Equal(TimeSpan.FromSeconds(12.5), options.AttemptTimeout);
        Assert.Equal(64, options.MaxErrorBodyLength);
    }

    [Fact]
    public async Task Section_WithATextThatIsNoTime_NamesItsPlace()
    {
        await using var services = Containers.Build(
            static services => services.AddHevlayer("search"),
            ("Hevlayer:search:TotalTimeout", "soon"));

        var error = Assert.Throws<InvalidOperationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("Hevlayer:search:TotalTimeout", error.Message, StringComparison.Ordinal);
    }
}
