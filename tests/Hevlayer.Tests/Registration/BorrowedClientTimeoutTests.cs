namespace Hevlayer.Tests.Registration;

/// <summary>The time-out of a borrowed HTTP client runs on the system's clock, so it is a short one here.</summary>
public sealed class BorrowedClientTimeoutTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(60);

    [Fact]
    public async Task Timeout_OfTheHttpClient_EndsAClaimWithoutRepeatingIt()
    {
        using var gateway = new SilentHandler();
        using var http = new HttpClient(gateway) { Timeout = Short };
        await using var layer = new HevlayerClient(new() { BaseAddress = HevlayerClientOptions.HostedAddress, Retry = { BaseDelay = TimeSpan.Zero } }, http);

        var error = await Assert.ThrowsAsync<HevlayerTimeoutException>(() => layer.ClaimDocumentsAsync("products", new() { WorkerId = "w" }));

        Assert.Equal(1, error.Attempts);
        Assert.Equal(1, gateway.Requests);
        Assert.Contains("the HTTP client's Timeout of 0.06 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timeout_OfTheHttpClient_HoldsForEachAttempt()
    {
        using var gateway = new SilentHandler();
        using var http = new HttpClient(gateway) { Timeout = Short };
        await using var layer = new HevlayerClient(new() { BaseAddress = HevlayerClientOptions.HostedAddress, Retry = { MaxAttempts = 3, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero } }, http);

        var error = await Assert.ThrowsAsync<HevlayerTimeoutException>(() => layer.Api.ListPipelinesAsync());

        Assert.Equal(3, error.Attempts);
        Assert.Equal(3, gateway.Requests);
    }

    [Fact]
    public async Task Timeout_OfConnecting_IsRepeatedForNothingWasSent()
    {
        var connects = 0;
        using var connections = new SocketsHttpHandler
        {
            ConnectTimeout = Short,
            ConnectCallback = async (_, cancellationToken) =>
            {
                Interlocked.Increment(ref connects);
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return Stream.Null;
            },
        };
        using var http = new HttpClient(connections);
        await using var layer = new HevlayerClient(new() { BaseAddress = HevlayerClientOptions.HostedAddress, Retry = { MaxAttempts = 2, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero } }, http);

        var error = await Assert.ThrowsAsync<HevlayerConnectionException>(() => layer.ClaimDocumentsAsync("products", new() { WorkerId = "w" }));

        Assert.Equal(2, error.Attempts);
        Assert.Equal(2, connects);
    }

    [Fact]
    public async Task Cancellation_ByTheCaller_KeepsTheCallersToken()
    {
        using var gateway = new SilentHandler();
        using var http = new HttpClient(gateway);
        using var stopping = new CancellationTokenSource();
        await using var layer = new HevlayerClient(new() { BaseAddress = HevlayerClientOptions.HostedAddress }, http);

        var call = layer.Api.ListPipelinesAsync(cancellationToken: stopping.Token);
        await stopping.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(stopping.Token, error.CancellationToken);
    }
}
