using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Retries;

/// <summary>A reply that is given up is released, with the connection that it came over.</summary>
public sealed class ReplyDisposalTests
{
    [Fact]
    public async Task Reply_CutShort_IsReleasedBeforeTheNextAttempt()
    {
        var cut = new WatchedContent(ScriptedStream.Breaking("""{"status":"""));
        var clock = new FakeTimeProvider();
        using var client = TestClients.Over(StubHandler.InTurn(clock, () => new(HttpStatusCode.OK) { Content = cut }, () => Reply.Json("[]")), clock);

        await ClockPump.RunAsync(clock, () => client.GetChunksAsync("p", "d"));

        Assert.True(cut.IsDisposed);
    }

    [Fact]
    public async Task Reply_Stalls_IsReleased()
    {
        var stalled = new WatchedContent(ScriptedStream.Stalling("""{"status":"""));
        var clock = new FakeTimeProvider();
        using var client = TestClients.Over(new StubHandler((_, _) => new(HttpStatusCode.OK) { Content = stalled }, clock), clock, static options => options.Retry.MaxAttempts = 1);

        await Assert.ThrowsAsync<HevlayerTimeoutException>(() => ClockPump.RunAsync(clock, () => client.GetChunksAsync("p", "d")));

        Assert.True(stalled.IsDisposed);
    }

    [Fact]
    public async Task Reply_Refused_IsReleased()
    {
        var refused = new WatchedContent(new MemoryStream(Encoding.UTF8.GetBytes("""{"error":"not_found","message":"no"}""")));
        using var client = TestClients.Over(new StubHandler((_, _) => new(HttpStatusCode.NotFound) { Content = refused }));

        await Assert.ThrowsAsync<HevlayerException>(() => client.GetChunksAsync("p", "d"));

        Assert.True(refused.IsDisposed);
    }
}
