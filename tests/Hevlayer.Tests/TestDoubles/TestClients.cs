using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests;

/// <summary>Clients as the tests need them.</summary>
internal static class TestClients
{
    public static readonly Uri Address = new("http://gateway.test");

    /// <summary>A client over a handler; the clock, where there is one, is the only thing that passes time.</summary>
    public static HevlayerClient Over(HttpMessageHandler handler, FakeTimeProvider? clock = null, Action<HevlayerClientOptions>? configure = null) =>
        new(Options(Address, clock, configure), handler);

    /// <summary>A client with connections of its own that repeats without noticeable pauses.</summary>
    public static HevlayerClient Connected(Uri address, Action<HevlayerClientOptions>? configure = null) =>
        new(Options(address, null, options =>
        {
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
            options.Retry.MaxDelay = TimeSpan.FromMilliseconds(2);
            configure?.Invoke(options);
        }));

    private static HevlayerClientOptions Options(Uri address, FakeTimeProvider? clock, Action<HevlayerClientOptions>? configure)
    {
        var options = new HevlayerClientOptions { BaseAddress = address, ApiKey = "test-key" };
        options.Retry.Randomizer = static () => 0.5;
        options.TimeProvider = clock ?? TimeProvider.System;
        configure?.Invoke(options);
        return options;
    }
}
