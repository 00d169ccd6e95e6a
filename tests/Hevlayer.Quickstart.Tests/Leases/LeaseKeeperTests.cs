using System.Net;

namespace Hevlayer.Quickstart.Tests;

public sealed class LeaseKeeperTests : IDisposable
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e"];

    private readonly GatewayRun _gateway = new();
    private readonly CancellationTokenSource _stop = new();
    private bool _isDown;

    public void Dispose()
    {
        _gateway.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task HeldDocuments_StayHeldForManyLeases()
    {
        var (keeper, running) = await StartAsync();

        await PassAsync(TimeSpan.FromMinutes(10));

        Assert.DoesNotContain(keeper.Held.All, document => document.Lost.IsCancellationRequested);
        Assert.Equal(Ids.Length, await HeldAtTheGatewayAsync());
        await StopAsync(running);
    }

    [Fact]
    public async Task DocumentsTakenAway_AreLostAndTheOthersKept()
    {
        var (keeper, running) = await StartAsync();
        await _gateway.Client.ReleaseDocumentsAsync("quickstart", ["b", "e"], cancellationToken: TestContext.Current.CancellationToken);

        await PassAsync(TimeSpan.FromSeconds(25));

        Assert.Equal(["b", "e"], keeper.Held.All.Where(document => document.Lost.IsCancellationRequested).Select(document => document.Id).Order());
        await StopAsync(running);
    }

    [Fact]
    public async Task HeartbeatsThatFailInPassing_AreRepeatedInTime()
    {
        var (keeper, running) = await StartAsync();
        _isDown = true;
        await PassAsync(TimeSpan.FromSeconds(35));
        _isDown = false;

        await PassAsync(TimeSpan.FromMinutes(2));

        Assert.DoesNotContain(keeper.Held.All, document => document.Lost.IsCancellationRequested);
        Assert.Equal(Ids.Length, await HeldAtTheGatewayAsync());
        await StopAsync(running);
    }

    [Fact]
    public async Task HeartbeatsThatNeverGetThrough_LoseTheLeaseBeforeItEnds()
    {
        var (keeper, running) = await StartAsync();
        _isDown = true;

        await PassAsync(TimeSpan.FromSeconds(59));

        Assert.All(keeper.Held.All, document => Assert.True(document.Lost.IsCancellationRequested));
        await StopAsync(running);
    }

    [Fact]
    public void DocumentClaimedOnceMore_LosesTheEarlierClaimOnly()
    {
        var held = new HeldDocuments();
        var earlier = held.Add(["a"], 0)[0];

        var later = held.Add(["a"], 1)[0];
        held.Remove(earlier);

        Assert.True(earlier.Lost.IsCancellationRequested);
        Assert.False(later.Lost.IsCancellationRequested);
        Assert.Equal([later], held.All);
    }

    private async Task<(LeaseKeeper Keeper, Task Running)> StartAsync()
    {
        var token = TestContext.Current.CancellationToken;
        await _gateway.Client.EnsurePipelineAsync("quickstart", "quickstart", cancellationToken: token);
        foreach (var id in Ids)
        {
            await _gateway.Client.PutChunksAsync("quickstart", id, [new() { Id = $"{id}#1", Text = "text" }], token);
        }

        var connections = new HookedConnections(_gateway.Gateway.CreateHandler(), request =>
            _isDown ? new(HttpStatusCode.ServiceUnavailable) { RequestMessage = request } : null);
        var client = new HevlayerClient(new() { BaseAddress = GatewayRun.Address, TimeProvider = _gateway.Clock }, connections);
        var keeper = new LeaseKeeper(client, "quickstart", "me", TimeSpan.FromSeconds(60), _gateway.Clock);
        var claimedAt = _gateway.Clock.GetTimestamp();
        var claim = await client.ClaimDocumentsAsync("quickstart", new() { WorkerId = "me", LeaseSeconds = 60 }, token);
        keeper.Held.Add(claim.Documents, claimedAt);
        return (keeper, keeper.RunAsync(_stop.Token));
    }

    private async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(1))
        {
            _gateway.Clock.Advance(TimeSpan.FromSeconds(1));
            for (var turn = 0; turn < 5; turn++)
            {
                await Task.Yield();
            }
        }
    }

    private async Task<long> HeldAtTheGatewayAsync() => (await _gateway.StatusAsync()).ProcessingCount;

    private async Task StopAsync(Task running)
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
