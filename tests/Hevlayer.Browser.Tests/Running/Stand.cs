namespace Hevlayer.Local.Browser.Tests;

/// <summary>A gateway over HTTP as the program makes it, on a clock that stands still.</summary>
internal sealed class Stand : IAsyncDisposable
{
    private Stand(LocalGateway gateway, LocalClock clock)
    {
        (Gateway, Clock) = (gateway, clock);
        Layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress, Retry = new() { MaxAttempts = 1 } });
        Http = new HttpClient { BaseAddress = gateway.BaseAddress };
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public LocalGateway Gateway { get; }

    public LocalClock Clock { get; }

    public HevlayerClient Layer { get; }

    public HttpClient Http { get; }

    public static async Task<Stand> OpenAsync(TimeProvider time)
    {
        var clock = new LocalClock(time);
        clock.Freeze();
        var options = new LocalGatewayOptions { TimeProvider = clock, RequestLogEntries = 100, TimelineEntries = 10_000, ChunkDeadLetterAttempts = 1, StatusCacheTime = TimeSpan.Zero };
        return new Stand(await LocalGateway.StartAsync(options, Token), clock);
    }

    /// <summary>One with the pipeline p into the namespace n.</summary>
    public static async Task<Stand> StartAsync()
    {
        var stand = await OpenAsync(TimeProvider.System);
        await stand.Layer.EnsurePipelineAsync("p", targetNamespace: "n", cancellationToken: Token);
        return stand;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Layer.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
