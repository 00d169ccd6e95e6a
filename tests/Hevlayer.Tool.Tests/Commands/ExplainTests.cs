using Hevlayer.Local;

namespace Hevlayer.Tool.Tests;

public sealed class ExplainTests : IAsyncDisposable
{
    private readonly ToolWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Explain_Indexed_SaysWhereItsRowsAre()
    {
        await _world.StageAsync("a");
        await _world.WorkAsync(static _ => null);
        _world.Clock.Advance(TimeSpan.FromSeconds(5));

        var result = await _world.RunAsync("explain", "a");

        Assert.Equal((ExitCode.Fine, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Document 'a' is indexed: 1 row of it is in namespace 'shop'.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Failed_SaysWhyAndWhen()
    {
        await _world.StageAsync("a");
        await _world.WorkAsync(static _ => "It is too long.");

        var result = await _world.RunAsync("explain", "a");

        Assert.Equal(ExitCode.NotFine, result.ExitCode);
        Assert.StartsWith("Document 'a' has failed: It is too long (rejected, after 0 failed attempts, by worker 'worker-1').", result.Output, StringComparison.Ordinal);
        Assert.Contains("2030-01-01 00:00:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_FailedByHand_AdmitsThatNobodyWroteWhy()
    {
        await _world.StageAsync("a");
        await _world.Client.FailDocumentsAsync(ToolWorld.Pipeline, ["a"], cancellationToken: Token);

        var result = await _world.RunAsync("explain", "a");

        Assert.Contains("the ledger does not say why: it was moved by hand", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_PutBack_SaysThatItWaitsAgain()
    {
        await _world.StageAsync("a");
        await _world.WorkAsync(static _ => "no");
        _world.Clock.Advance(TimeSpan.FromMinutes(10));
        await _world.RunAsync("redrive");

        var result = await _world.RunAsync("explain", "a", "--json");

        Assert.Equal(("pending", ExitCode.NotFine), (result.Json.GetProperty("stage").GetString(), result.ExitCode));
        Assert.Contains("waits to be claimed after it failed and was put back", result.Json.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Contains("perhaps no worker is running", result.Json.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal(["failed (rejected): no", "was put back"], result.Json.GetProperty("timeline").EnumerateArray().Select(static entry => entry.GetProperty("what").GetString()));
    }

    [Fact]
    public async Task Explain_Claimed_LeavesTheLeaseAloneAndSaysWhatIsNotTold()
    {
        await _world.StageAsync("a");
        var claim = await _world.Client.ClaimDocumentsAsync(ToolWorld.Pipeline, new() { WorkerId = "w" }, Token);

        var result = await _world.RunAsync("explain", "a");

        Assert.Equal(ExitCode.NotFine, result.ExitCode);
        Assert.Contains("is held by a worker, or in a stage that a worker uses: 1 documents", result.Output, StringComparison.Ordinal);
        Assert.Contains("The gateway does not tell which worker holds the document", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await _world.Client.HeartbeatAsync(ToolWorld.Pipeline, claim.Documents, "w", cancellationToken: Token)).Updated);
    }

    [Fact]
    public async Task Explain_Unknown_IsBadUsage()
    {
        await _world.StageAsync("a");

        var result = await _world.RunAsync("explain", "b");

        Assert.Equal(ExitCode.BadUsage, result.ExitCode);
        Assert.StartsWith("Pipeline 'products' has no document 'b'.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_KeyMayOnlyRead_SaysWhatTheLedgerSays()
    {
        await using var world = new ToolWorld(new LocalGatewayKey(ToolWorld.OwnKey), new LocalGatewayKey("reader", ApiKeyScope.Read));
        await world.StageAsync("a");
        await world.WorkAsync(static _ => "no");
        world.Variables["HEVLAYER_API_KEY"] = "reader";

        var result = await world.RunAsync("explain", "a");

        Assert.StartsWith("Document 'a' has failed, says the ledger: no", result.Output, StringComparison.Ordinal);
    }
}
