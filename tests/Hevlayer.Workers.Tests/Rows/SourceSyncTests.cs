namespace Hevlayer.Workers.Tests.Rows;

/// <summary>What a source does not have any more goes, unless it is suspiciously much.</summary>
public sealed class SourceSyncTests
{
    private static readonly string[] All = ["a", "b", "c", "d", "e"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_ThatVanished_AreDeleted()
    {
        await using var world = await IndexedAsync();

        var report = await world.Client.SyncSourceAsync(WorkerHost.Pipeline, All[..^1], cancellationToken: Token);
        await world.WhenEndedAsync();

        Assert.Equal((5, "e"), (report.Known, Assert.Single(report.Vanished)));
        Assert.Empty(await world.TextsAsync("e"));
        Assert.Equal(["d"], await world.TextsAsync("d"));
    }

    [Fact]
    public async Task Documents_MoreThanTheShare_StayUnlessItIsSaid()
    {
        await using var world = await IndexedAsync();

        var refusal = await Assert.ThrowsAsync<SourceSyncRefusedException>(() => world.Client.SyncSourceAsync(WorkerHost.Pipeline, All[..3], cancellationToken: Token));
        Assert.Equal(["d", "e"], refusal.Report!.Vanished);
        Assert.Contains("2 of 5", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("indexed 5", await world.CountsAsync());

        await world.Client.SyncSourceAsync(WorkerHost.Pipeline, [], new() { MaxDeletedShare = 1 }, Token);
        foreach (var id in All)
        {
            await world.WhenEndedAsync();
        }

        Assert.Empty((await world.Client.SyncSourceAsync(WorkerHost.Pipeline, [], new() { DryRun = true }, Token)).Vanished);
    }

    [Fact]
    public async Task DryRun_OfManyDocuments_OnlyTells()
    {
        await using var world = await IndexedAsync();

        var report = await world.Client.SyncSourceAsync(WorkerHost.Pipeline, [], new() { DryRun = true }, Token);

        Assert.Equal(All, report.Vanished);
        Assert.Equal("indexed 5", await world.CountsAsync());
    }

    [Fact]
    public async Task Namespace_OfTwoPipelines_NeedsAPrefix()
    {
        await using var world = await IndexedAsync();
        await world.Client.EnsurePipelineAsync("other", "shop", cancellationToken: Token);

        var refusal = await Assert.ThrowsAsync<SourceSyncRefusedException>(() => world.Client.SyncSourceAsync(WorkerHost.Pipeline, All, cancellationToken: Token));
        var report = await world.Client.SyncSourceAsync(WorkerHost.Pipeline, [], new() { DocumentIdPrefix = "d", DryRun = true }, Token);

        Assert.Contains("'other'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((1, "d"), (report.Known, Assert.Single(report.Vanished)));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public async Task Share_OutOfRange_IsRefused(double share)
    {
        await using var world = await RowWorld.StartAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => world.Client.SyncSourceAsync(WorkerHost.Pipeline, [], new() { MaxDeletedShare = share }, Token));
    }

    private static async Task<RowWorld> IndexedAsync()
    {
        var world = await RowWorld.StartAsync();
        foreach (var id in All)
        {
            await world.IndexAsync(id, id);
        }

        await world.RowsAsync("a");
        return world;
    }
}
