namespace Hevlayer.Tests.Waiting;

public sealed class DrainTests
{
    private readonly GatewayStub _gateway = new();

    [Fact]
    public async Task Drain_EmptyFromTheStart_IsBelievedOnlyWhenTheStatusMustBeFresh()
    {
        var status = await _gateway.RunAsync(client => client.WaitForDrainAsync("p"));

        Assert.Equal(0, status.PendingCount);
        Assert.Equal([0, 5, 10, 15], _gateway.Seconds);
    }

    [Fact]
    public async Task Drain_GatewayThatDoesNotCache_IsBelievedAtOnce()
    {
        await _gateway.RunAsync(client => client.WaitForDrainAsync("p", new() { StatusCacheTime = TimeSpan.Zero }));

        Assert.Equal([0], _gateway.Seconds);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public async Task Drain_PendingOrProcessing_IsWaitedFor(long pending, long processing)
    {
        _gateway.Status = seconds => seconds < 60 ? GatewayStub.PipelineStatus(pending, processing) : GatewayStub.PipelineStatus(0, 0);

        await _gateway.RunAsync(client => client.WaitForDrainAsync("p"));

        Assert.Equal(60, _gateway.Seconds.Last());
    }

    [Fact]
    public async Task Drain_DocumentsWaitInAnotherStage_IsWaitedFor()
    {
        _gateway.Status = static seconds => GatewayStub.ThreeIn(seconds < 60 ? "foreign" : "indexed");

        await _gateway.RunAsync(client => client.WaitForDrainAsync("p", new() { MinimumDocuments = 3 }));

        Assert.Equal(60, _gateway.Seconds.Last());
    }

    [Fact]
    public async Task Drain_StageIsFinalByOption_Ends()
    {
        _gateway.Status = static _ => GatewayStub.ThreeIn("archived");

        await _gateway.RunAsync(client => client.WaitForDrainAsync("p", new() { FinalStages = ["archived"], StatusCacheTime = TimeSpan.Zero }));

        Assert.Equal([0], _gateway.Seconds);
    }

    [Fact]
    public async Task Drain_OnlyFailedDocumentsAreLeft_Ends()
    {
        _gateway.Status = _ => GatewayStub.PipelineStatus(0, 0, indexed: 1, failed: 7);

        Assert.Equal(7, (await _gateway.RunAsync(client => client.WaitForDrainAsync("p"))).FailedCount);
    }

    [Fact]
    public async Task Drain_MinimumDocuments_WaitsUntilTheyAreKnownInWhateverStage()
    {
        _gateway.Status = seconds => seconds switch
        {
            < 40 => GatewayStub.PipelineStatus(0, 0, indexed: 5),
            < 80 => GatewayStub.PipelineStatus(4, 2, indexed: 5),
            _ => GatewayStub.PipelineStatus(0, 0, indexed: 9, failed: 1),
        };

        await _gateway.RunAsync(client => client.WaitForDrainAsync("p", new() { MinimumDocuments = 10 }));

        Assert.Equal(80, _gateway.Seconds.Last());
    }

    [Fact]
    public async Task Drain_ClientsPollingOptions_AreTheDefaults()
    {
        var stub = new StubHandler((_, _) => GatewayStub.PipelineStatus(0, 0), _gateway.Clock);
        using var client = TestClients.Over(
            stub,
            _gateway.Clock,
            options => options.Polling = new() { StatusCacheTime = TimeSpan.FromSeconds(4), StatusInterval = TimeSpan.FromSeconds(2) });

        await _gateway.Clock.RunAsync(() => client.WaitForDrainAsync("p"), TimeSpan.FromSeconds(1));

        Assert.Equal([2, 2], stub.Pauses.Select(pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task Drain_TimeIsOver_SaysWhatWasLeft()
    {
        _gateway.Status = _ => GatewayStub.PipelineStatus(3, 2, failed: 1);

        var error = await _gateway.FailAsync<HevlayerTimeoutException>(client => client.WaitForDrainAsync("p", new() { Timeout = TimeSpan.FromSeconds(12) }));

        Assert.Equal("After 12 s the pipeline 'p' is not drained: 3 pending, 2 held by workers, 1 failed; by stage: embedding 2, failed 1, indexed 0, pending 3.", error.Message);
        Assert.Equal([0, 5, 10, 12], _gateway.Seconds);
    }

    [Fact]
    public async Task Drain_GatewayHangsPastTheTimeOut_EndsInTime()
    {
        var stub = new StubHandler((_, _, token) => Never.ComesAsync<HttpResponseMessage>(token));
        using var client = TestClients.Over(stub, _gateway.Clock);

        var error = await _gateway.Clock.FailAsync<HevlayerTimeoutException>(
            () => client.WaitForDrainAsync("p", new() { Timeout = TimeSpan.FromSeconds(12) }), TimeSpan.FromMilliseconds(500));

        Assert.Equal(12, (_gateway.Clock.GetUtcNow() - GatewayStub.Start).TotalSeconds);
        Assert.Equal("After 12 s the pipeline 'p' is not drained: the gateway gave no status.", error.Message);
    }

    [Fact]
    public async Task Drain_OnlyTheSecondLookHangs_EndsInTime()
    {
        var looks = 0;
        var stub = new StubHandler((_, _, token) => ++looks == 1
            ? Task.FromResult(GatewayStub.PipelineStatus(1, 0))
            : Never.ComesAsync<HttpResponseMessage>(token));
        using var client = TestClients.Over(stub, _gateway.Clock);

        await _gateway.Clock.FailAsync<HevlayerTimeoutException>(
            () => client.WaitForDrainAsync("p", new() { Timeout = TimeSpan.FromSeconds(12) }), TimeSpan.FromMilliseconds(500));

        Assert.Equal(12, (_gateway.Clock.GetUtcNow() - GatewayStub.Start).TotalSeconds);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public async Task Drain_CountsLackAStage_IsWaitedFor(long pending, long processing)
    {
        _gateway.Status = seconds => seconds < 60 ? GatewayStub.Uncounted(pending, processing) : GatewayStub.PipelineStatus(0, 0);

        await _gateway.RunAsync(client => client.WaitForDrainAsync("p"));

        Assert.Equal(60, _gateway.Seconds.Last());
    }
}
