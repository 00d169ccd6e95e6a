namespace Hevlayer.Tests.Waiting;

public sealed class DrainProgressTests
{
    private readonly GatewayStub _gateway = new();
    private readonly Told _told = new();

    [Fact]
    public async Task Progress_EachLook_TellsTheCountsAndTheTime()
    {
        _gateway.Status = seconds => seconds < 15
            ? GatewayStub.PipelineStatus(30, 10, indexed: 60, failed: 2, rate: 20)
            : GatewayStub.PipelineStatus(0, 0, indexed: 100, failed: 2, rate: 20);

        await _gateway.RunAsync(client => client.WaitForDrainAsync("p", null, _told));

        Assert.Equal(
            new DrainProgress
            {
                Pending = 30,
                Processing = 10,
                Indexed = 60,
                Failed = 2,
                DocumentsPerMinute = 20,
                TimeLeft = TimeSpan.FromMinutes(2),
                Elapsed = TimeSpan.Zero,
            },
            _told.Values[0]);
        Assert.Equal([0, 5, 10, 15], _told.Values.Select(progress => progress.Elapsed.TotalSeconds));
        Assert.Equal((100L, TimeSpan.Zero), (_told.Values[^1].Indexed, _told.Values[^1].TimeLeft!.Value));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1e-300)]
    [InlineData(-1.0)]
    public async Task Progress_NothingMoves_HasNoTimeLeft(double rate)
    {
        _gateway.Status = seconds => seconds < 10 ? GatewayStub.PipelineStatus(5, 0, rate: rate) : GatewayStub.PipelineStatus(0, 0);

        await _gateway.RunAsync(client => client.WaitForDrainAsync("p", null, _told));

        Assert.Null(_told.Values[0].TimeLeft);
    }

    [Fact]
    public async Task Progress_NothingIndexedYet_CountsNone()
    {
        using var client = TestClients.Over(StubHandler.Always(
            """{"pipeline_id":"p","status":"idle","counts":{},"pending_count":0,"processing_count":0,"failed_count":0,"indexed_rate_per_min":0,"rate_window_seconds":60}"""));

        await client.WaitForDrainAsync("p", new() { StatusCacheTime = TimeSpan.Zero }, _told);

        Assert.Equal(0, Assert.Single(_told.Values).Indexed);
    }

    [Fact]
    public async Task Progress_CountsLackAStage_ItsDocumentsAreOpenAndNoneWaits()
    {
        _gateway.Status = static seconds => seconds < 10 ? GatewayStub.Uncounted(3, 1, rate: 2) : GatewayStub.PipelineStatus(0, 0);

        await _gateway.RunAsync(client => client.WaitForDrainAsync("p", null, _told));

        Assert.Equal((0L, TimeSpan.FromMinutes(2)), (_told.Values[0].Waiting, _told.Values[0].TimeLeft!.Value));
    }

    [Fact]
    public async Task Progress_NothingIsLeftAndNothingMoves_HasNoTimeLeftToWait()
    {
        await _gateway.RunAsync(client => client.WaitForDrainAsync("p", null, _told));

        Assert.All(_told.Values, static progress => Assert.Equal(TimeSpan.Zero, progress.TimeLeft));
    }

    private sealed class Told : IProgress<DrainProgress>
    {
        public List<DrainProgress> Values { get; } = [];

        public void Report(DrainProgress value) => Values.Add(value);
    }
}
