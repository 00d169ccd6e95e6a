using System.Net;
using Hevlayer.Workers.Tests.Wire;

namespace Hevlayer.Workers.Tests.Failures;

/// <summary>A ledger that cannot be written stops no work, and is not silent.</summary>
public sealed class LedgerTroubleTests
{
    private const int Retried = 53;
    private const int Missed = 54;
    private const int NotChecked = 55;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_FailsForAWhile_IsRetriedAndTheDocumentFailsOnce()
    {
        await using var host = await StartAsync();
        var left = 3;
        host.Wire.Script = (call, send) => LedgerHost.IsWrite(call) && Interlocked.Decrement(ref left) >= 0 ? Refuse(HttpStatusCode.Forbidden) : send();

        await host.EndAsync(1, "a");

        Assert.Equal((1, 0), (host.Status.Failed, host.Status.Completed));
        Assert.Equal("no", (await host.Failures.FindAsync("a", Token))!.Reason);
        Assert.Equal(3, host.Log.Of(Retried).Count);
        Assert.Empty(host.Log.Of(Missed));
        Assert.Single(host.Log.Of(LogIds.DocumentFailed));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Write_AlwaysFails_DocumentFailsAllTheSameAndTheLogSaysSo(HttpStatusCode status)
    {
        await using var host = await StartAsync();
        host.Wire.Script = (call, send) => LedgerHost.IsOfLedger(call) ? Refuse(status) : send();

        await host.EndAsync(3, "a", "b", "c");

        Assert.Equal(3, (await host.Host.CountsAsync())["failed"]);
        Assert.Equal(3, host.Log.Of(Missed).Count);
        Assert.All(host.Log.Of(Missed), static entry => Assert.EndsWith("its reason: no", entry.Text, StringComparison.Ordinal));
        Assert.Equal(3, host.Log.Of(LogIds.DocumentFailed).Count);
    }

    [Fact]
    public async Task Write_WasGivenUp_GoesAlongWithTheNext()
    {
        await using var host = await StartAsync();
        host.Wire.Script = static (call, send) => LedgerHost.IsOfLedger(call) ? Refuse(HttpStatusCode.InternalServerError) : send();
        await host.EndAsync(1, "a");
        Assert.Null(await host.Failures.FindAsync("a", Token));
        host.Wire.Script = null;

        await host.EndAsync(2, "b");

        Assert.Equal("no", (await host.Failures.FindAsync("a", Token))!.Reason);
        Assert.Equal("no", (await host.Failures.FindAsync("b", Token))!.Reason);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task Write_WasGivenUp_IsMadeUpForWithACheck(HttpStatusCode status)
    {
        await using var host = await StartAsync(static options => options.Ledger.CheckInterval = TimeSpan.FromSeconds(3));
        host.Wire.Script = (call, send) => LedgerHost.IsOfLedger(call) ? Refuse(status) : send();
        await host.EndAsync(2, "a", "b");
        await host.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Null(await host.Failures.FindAsync("a", Token));
        host.Wire.Script = null;

        await host.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal((1, 1), ((await host.Failures.FindAsync("a", Token))!.Failures, (await host.Failures.FindAsync("b", Token))!.Failures));
    }

    [Fact]
    public async Task Write_ReplyIsLost_CountsTheFailureOnce()
    {
        await using var host = await StartAsync();
        var isFirst = true;
        host.Wire.Script = async (call, send) =>
        {
            var reply = await send();
            return LedgerHost.IsWrite(call) && Interlocked.Exchange(ref isFirst, false) ? WireLog.Trouble(HttpStatusCode.BadGateway) : reply;
        };

        await host.EndAsync(1, "a");

        Assert.Equal(1, (await host.Failures.FindAsync("a", Token))!.Failures);
    }

    [Fact]
    public async Task Check_Fails_IsLoggedAndTriedAgain()
    {
        await using var host = await StartAsync(static options => options.Ledger.CheckInterval = TimeSpan.FromSeconds(3));
        await host.EndAsync(1, "a");
        host.Wire.Script = static (call, send) => call.Ends("POST", "-ledger/query") ? Refuse(HttpStatusCode.Forbidden) : send();
        await host.PassAsync(TimeSpan.FromSeconds(15));
        Assert.InRange(host.Log.Of(NotChecked).Count, 2, 10);
        host.Wire.Script = null;

        await host.Client.CompleteDocumentsAsync(WorkerHost.Pipeline, ["a"], cancellationToken: Token);
        await host.PassAsync(TimeSpan.FromSeconds(15));

        Assert.Null(await host.Failures.FindAsync("a", Token));
    }

    private static Task<HttpResponseMessage> Refuse(HttpStatusCode status) => Task.FromResult(WireLog.Trouble(status));

    private static Task<LedgerHost> StartAsync(Action<DocumentWorkerOptions>? configure = null) => LedgerHost.StartAsync(static _ => "no", configure);
}
