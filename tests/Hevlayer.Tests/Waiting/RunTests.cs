namespace Hevlayer.Tests.Waiting;

public sealed class RunTests
{
    private readonly GatewayStub _gateway = new();

    [Fact]
    public async Task Run_SnapshotFromTheMiddle_DoesNotPassForTheLast()
    {
        // The queue is seen drained after 15 seconds; the last write was at 12, the snapshots are of 10, then of 40.
        _gateway.Metadata = _ => GatewayStub.Written(12);
        _gateway.History = seconds => GatewayStub.Snapshots(seconds < 50 ? 10 : 40);

        var run = await _gateway.RunAsync(client => client.WaitForRunAsync("p", GatewayStub.Start));

        Assert.Equal<(string, bool?, long)>(("sha-40", true, 0L), (run.Snapshot!.Sha, run.HasWrites, run.Status.PendingCount));
        Assert.Equal(50, _gateway.Seconds.Last());
    }

    [Fact]
    public async Task Run_SnapshotHoldsTheLastWrite_EndsWithTheDrain()
    {
        _gateway.Metadata = _ => GatewayStub.Written(12);
        _gateway.History = _ => GatewayStub.Snapshots(12);

        await _gateway.RunAsync(client => client.WaitForRunAsync("p", GatewayStub.Start));

        Assert.Equal(15, _gateway.Seconds.Last());
    }

    [Fact]
    public async Task Run_NothingWasWritten_TakesTheOldSnapshotAfterTheGrace()
    {
        _gateway.Metadata = _ => GatewayStub.Written(-100);
        _gateway.History = _ => GatewayStub.Snapshots(-90);

        var run = await _gateway.RunAsync(client => client.WaitForRunAsync("p", GatewayStub.Start));

        Assert.Equal<(string, bool?)>(("sha--90", false), (run.Snapshot!.Sha, run.HasWrites));
        Assert.Equal(45, _gateway.Seconds.Last());
    }

    [Fact]
    public async Task Run_LastWriteIsAnOldReadingAtFirst_IsNotBelievedWithinTheGrace()
    {
        _gateway.Metadata = seconds => GatewayStub.Written(seconds < 30 ? -100 : 12);
        _gateway.History = seconds => GatewayStub.Snapshots(seconds < 60 ? -90 : 20);

        var run = await _gateway.RunAsync(client => client.WaitForRunAsync("p", GatewayStub.Start));

        Assert.Equal<(string, bool?)>(("sha-20", true), (run.Snapshot!.Sha, run.HasWrites));
    }

    [Theory]
    [InlineData("""{"error":"not_found","message":"unknown namespace"}""")]
    [InlineData("""{"error":"💔 namespace 'n' was not found","status":"error"}""")]
    public async Task Run_NamespaceWasNeverWritten_HasNoSnapshotAfterTheGrace(string body)
    {
        _gateway.Metadata = _ => Reply.Json(body, 404);

        var run = await _gateway.RunAsync(client => client.WaitForRunAsync("p", GatewayStub.Start));

        Assert.Null(run.Snapshot);
        Assert.False(run.HasWrites!.Value);
        Assert.Equal(45, _gateway.Seconds.Last());
    }

    [Fact]
    public async Task Run_NoGrace_DoesNotLookForAWrite()
    {
        _gateway.Metadata = _ => Reply.Error(404, "not_found");

        await _gateway.RunAsync(client => client.WaitForRunAsync("p", GatewayStub.Start, new()
        {
            Drain = new() { StatusCacheTime = TimeSpan.Zero },
            WriteGrace = TimeSpan.Zero,
        }));

        Assert.Equal(0, _gateway.Seconds.Last());
    }

    [Fact]
    public async Task Run_GatewayTellsNoLastWrite_TakesASnapshotSinceTheStart()
    {
        _gateway.Metadata = _ => GatewayStub.Written(null);
        _gateway.History = seconds => GatewayStub.Snapshots(seconds < 40 ? -1 : 0);

        var run = await _gateway.RunAsync(client => client.WaitForRunAsync("p", GatewayStub.Start));

        Assert.Equal<(string, bool?)>(("sha-0", null), (run.Snapshot!.Sha, run.HasWrites));
    }

    [Fact]
    public async Task Run_WriteInTheMillisecondOfTheStart_IsAWriteOfTheRun()
    {
        _gateway.Metadata = _ => GatewayStub.Written(0);
        _gateway.History = _ => GatewayStub.Snapshots(0);

        var run = await _gateway.RunAsync(client => client.WaitForRunAsync("p", GatewayStub.Start.AddTicks(9_999)));

        Assert.Equal<(string, bool?)>(("sha-0", true), (run.Snapshot!.Sha, run.HasWrites));
    }

    [Fact]
    public async Task Run_PipelineIsDeletedMeanwhile_SaysSo()
    {
        _gateway.Pipelines = "[]";

        var error = await _gateway.FailAsync<HevlayerException>(client => client.WaitForRunAsync("p", GatewayStub.Start));

        Assert.Equal("The pipeline 'p' is gone: it was deleted during the wait.", error.Message);
    }

    [Fact]
    public async Task Run_NoSnapshotComes_SaysWhichIsTheNewest()
    {
        _gateway.Metadata = _ => GatewayStub.Written(12);
        _gateway.History = _ => GatewayStub.Snapshots(10);

        var error = await _gateway.FailAsync<HevlayerTimeoutException>(client =>
            client.WaitForRunAsync("p", GatewayStub.Start, new() { Snapshot = new() { Timeout = TimeSpan.FromMinutes(1) } }));

        Assert.Equal(
            "After 60 s the namespace 'n' has no snapshot that holds its last write; the newest is of 2026-01-02T03:00:10.0000000+00:00.",
            error.Message);
        Assert.Equal(75, _gateway.Seconds.Last());
    }

    [Theory]
    [InlineData(5, 4, false, true)]
    [InlineData(4, 5, false, false)]
    [InlineData(4, 5, true, false)]
    [InlineData(5, -5, false, true)]
    [InlineData(0, -5, false, true)]
    [InlineData(0, 0, false, true)]
    [InlineData(-3, -5, false, false)]
    [InlineData(-3, -5, true, true)]
    [InlineData(-6, -5, true, false)]
    [InlineData(0, null, false, true)]
    [InlineData(-1, null, true, false)]
    public void IsFinal_WatermarkAndWrite_AreComparedInMilliseconds(long watermark, int? write, bool graceIsOver, bool isFinal)
    {
        var started = GatewayStub.Start;
        DateTimeOffset? lastWrite = write is { } milliseconds ? started.AddMilliseconds(milliseconds) : null;

        Assert.Equal(isFinal, RunRules.IsFinal(started.ToUnixTimeMilliseconds() + watermark, lastWrite, started, graceIsOver));
    }
}
