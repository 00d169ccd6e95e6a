namespace Hevlayer.Tests.Waiting;

/// <summary>Each option of a wait is what the wait does.</summary>
public sealed class WaitOptionsTests
{
    private readonly GatewayStub _gateway = new();

    [Fact]
    public async Task Drain_PollIntervalOfTheCall_GoesBeforeTheClients()
    {
        await _gateway.RunAsync(client => client.WaitForDrainAsync("p", new() { PollInterval = TimeSpan.FromSeconds(8) }));

        Assert.Equal([0, 8, 16], _gateway.Seconds);
    }

    [Fact]
    public async Task Snapshot_PollIntervalOfTheCall_GoesBeforeTheClients()
    {
        _gateway.History = static seconds => GatewayStub.Snapshots(seconds < 20 ? -1 : 1);

        await _gateway.RunAsync(client => client.WaitForSnapshotAsync("n", GatewayStub.Start, new() { PollInterval = TimeSpan.FromSeconds(7) }));

        Assert.Equal([0, 7, 14, 21], _gateway.Seconds);
    }

    [Fact]
    public async Task Timeout_LongerThanAnyTimer_IsNoError()
    {
        _gateway.Status = static seconds => GatewayStub.PipelineStatus(seconds < 30 ? 1 : 0, 0);

        await _gateway.RunAsync(client => client.WaitForDrainAsync("p", new() { Timeout = TimeSpan.MaxValue }));

        Assert.Equal(30, _gateway.Seconds.Last());
    }

    [Fact]
    public void FinalStages_None_AreRefused() => Refused([]);

    [Fact]
    public void FinalStages_OneWithoutAName_AreRefused() => Refused([DocumentStage.Indexed, default]);

    // Before the wait begins: one that is accepted would last for ever.
    private void Refused(IReadOnlyList<DocumentStage> stages)
    {
        var error = Assert.Throws<ArgumentException>(() =>
        {
            _ = _gateway.Client.WaitForDrainAsync("p", new() { FinalStages = stages }, cancellationToken: TestContext.Current.CancellationToken);
        });

        Assert.Equal("options.FinalStages", error.ParamName);
        Assert.StartsWith("There must be at least one final stage, and each must have a name.", error.Message, StringComparison.Ordinal);
        Assert.Empty(_gateway.Requests);
    }
}
