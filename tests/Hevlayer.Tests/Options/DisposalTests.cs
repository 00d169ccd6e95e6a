using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Options;

public sealed class DisposalTests
{
    [Fact]
    public async Task Dispose_BorrowedHandler_StaysUsable()
    {
        var stub = StubHandler.Always("[]");
        var first = TestClients.Over(stub);
        await first.GetChunksAsync("p", "d");
        first.Dispose();
        await first.DisposeAsync();

        using var second = TestClients.Over(stub);
        await second.GetChunksAsync("p", "d");

        Assert.False(stub.IsDisposed);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task Dispose_OwnConnections_AreClosed()
    {
        var closed = new TaskCompletionSource();
        await using var server = new RawServer(async (socket, stop) =>
        {
            // An answer that keeps the connection open; then the next read tells when the client closes it.
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"u8.ToArray(), stop);
            Assert.Equal(0, await socket.ReceiveAsync(new byte[1], stop));
            closed.SetResult();
        });
        var client = TestClients.Connected(server.Address);
        await client.GetChunksAsync("p", "d");
        Assert.False(closed.Task.IsCompleted);

        await client.DisposeAsync();

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Dispose_DuringACall_EndsItAsDisposed()
    {
        var client = TestClients.Over(new StubHandler((_, _, stop) => Never.ComesAsync<HttpResponseMessage>(stop)));
        var call = client.GetChunksAsync("p", "d");

        client.Dispose();

        Assert.Equal(nameof(HevlayerClient), (await Assert.ThrowsAsync<ObjectDisposedException>(() => call)).ObjectName);
    }

    [Fact]
    public async Task Dispose_DuringAPause_EndsTheCallAsDisposed()
    {
        var client = TestClients.Over(new StubHandler((_, _) => Reply.Error(503, "service_unavailable")), new FakeTimeProvider());
        var call = client.GetChunksAsync("p", "d");

        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
    }

    [Fact]
    public async Task Dispose_AfterTheCallerCancelled_LeavesTheCancellation()
    {
        using var caller = new CancellationTokenSource();
        var ends = new TaskCompletionSource<HttpResponseMessage>();
        var client = TestClients.Over(new StubHandler((_, _, _) => ends.Task));
        var call = client.GetChunksAsync("p", "d", caller.Token);

        await caller.CancelAsync();
        client.Dispose();
        ends.SetCanceled(TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, error.CancellationToken);
    }

    [Fact]
    public async Task Dispose_RegisteredClientDuringACall_EndsItAsDisposed()
    {
        var services = new ServiceCollection();
        services.AddHevlayer(static options => options.BaseAddress = TestClients.Address)
            .ConfigurePrimaryHttpMessageHandler(static () => new StubHandler((_, _, stop) => Never.ComesAsync<HttpResponseMessage>(stop)));
        var provider = services.BuildServiceProvider();
        var call = provider.GetRequiredService<IHevlayerClient>().GetChunksAsync("p", "d");

        await provider.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
    }

    [Fact]
    public async Task Dispose_ThenACall_Fails()
    {
        var client = TestClients.Over(StubHandler.Always("[]"));
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetChunksAsync("p", "d"));
    }
}
