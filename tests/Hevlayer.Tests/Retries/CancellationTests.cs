using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Retries;

/// <summary>A caller's own cancellation is no failure of the call: it stays what it is, with the caller's token.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly CancellationTokenSource _stop = new();

    [Fact]
    public async Task Call_CancelledBeforehand_SendsNothing()
    {
        var stub = StubHandler.Always("[]");
        using var client = TestClients.Over(stub);
        await _stop.CancelAsync();

        await AssertCancelledAsync(() => client.GetChunksAsync("p", "d", _stop.Token));

        Assert.Empty(stub.Requests);
    }

    [Fact]
    public async Task Call_CancelledWhileItIsAnswered_KeepsTheCallersToken()
    {
        var stub = new StubHandler(async (_, _, token) =>
        {
            await _stop.CancelAsync();
            return await Never.ComesAsync<HttpResponseMessage>(token);
        });
        using var client = TestClients.Over(stub);

        await AssertCancelledAsync(() => client.GetChunksAsync("p", "d", _stop.Token));

        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task Call_CancelledWhileTheBodyIsRead_KeepsTheCallersToken()
    {
        var stub = new StubHandler((_, _) => Reply.Stream(new ScriptedStream([], async (_, token) =>
        {
            await _stop.CancelAsync();
            return await Never.ComesAsync<int>(token);
        })));
        using var client = TestClients.Over(stub);

        await AssertCancelledAsync(() => client.GetChunksAsync("p", "d", _stop.Token));
    }

    [Fact]
    public async Task Call_CancelledDuringAPause_EndsAtOnce()
    {
        var stub = new StubHandler((_, _) => Reply.Error(503, "service_unavailable", "60"));
        using var client = TestClients.Over(stub, _clock);

        var call = client.GetChunksAsync("p", "d", _stop.Token);
        await _stop.CancelAsync();

        await AssertCancelledAsync(() => call);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task Call_CancelledAndFailingAtOnce_IsCancelled()
    {
        var stub = new StubHandler((_, _) =>
        {
            _stop.Cancel();
            return Reply.Error(404, "not_found");
        });
        using var client = TestClients.Over(stub);

        await AssertCancelledAsync(() => client.GetChunksAsync("p", "d", _stop.Token));
    }

    [Fact]
    public async Task Wait_CancelledDuringAPause_KeepsTheCallersToken()
    {
        using var client = TestClients.Over(StubHandler.Always("[]"), _clock);

        var call = client.WaitForSnapshotAsync("n", _clock.GetUtcNow(), null, _stop.Token);
        await _stop.CancelAsync();

        await AssertCancelledAsync(() => call);
    }

    [Fact]
    public async Task Wait_CancelledDuringALook_KeepsTheCallersToken()
    {
        var stub = new StubHandler((_, _, token) => Never.ComesAsync<HttpResponseMessage>(token));
        using var client = TestClients.Over(stub, _clock);

        var wait = client.WaitForSnapshotAsync("n", _clock.GetUtcNow(), null, _stop.Token);
        await _stop.CancelAsync();

        await AssertCancelledAsync(() => wait);
    }

    [Fact]
    public async Task Call_CancelledOnARealConnection_KeepsTheCallersToken()
    {
        await using var server = new RawServer((_, stop) =>
        {
            _stop.Cancel();
            return Task.Delay(Timeout.Infinite, stop);
        });
        await using var client = TestClients.Connected(server.Address);

        await AssertCancelledAsync(() => client.ClaimDocumentsAsync("p", new() { WorkerId = "w" }, _stop.Token));
    }

    public void Dispose() => _stop.Dispose();

    private async Task AssertCancelledAsync(Func<Task> call) =>
        Assert.Equal(_stop.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(call)).CancellationToken);
}
