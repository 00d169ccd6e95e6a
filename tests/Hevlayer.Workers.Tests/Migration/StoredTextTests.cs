namespace Hevlayer.Workers.Tests.Migration;

/// <summary>A new index from the text that the old one has stored, where the gateway has lost the chunks.</summary>
public sealed class StoredTextTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migration_ChunksAreGone_BuildsFromTheStoredText()
    {
        await using var world = await WithoutChunksAsync();

        var report = await world.MigrateAsync(static options => options.StoredTextAttribute = "text");

        Assert.True(report is { IsSwitchedOver: true, Documents: 6, Missing.Count: 0 }, report.ToString());
        Assert.Equal(world.FromScratch(MigrationWorld.NewName), await world.RowsAsync(MigrationWorld.NewIndex));

        // "same" occurs twice in each document, and is embedded once.
        Assert.Equal(12, world.NewModel.Texts.Count);
    }

    [Fact]
    public async Task Migration_ChunksAreGoneAndNobodySaysWhereTheTextIs_SaysWhatIsMissing()
    {
        await using var world = await WithoutChunksAsync();

        var report = await world.MigrateAsync();

        Assert.False(report.IsSwitchedOver);
        Assert.Equal(6, report.Missing.Count);
        Assert.Empty(await world.RowsAsync(MigrationWorld.NewIndex));
    }

    [Fact]
    public async Task Migration_RowsHaveNoSuchText_SaysWhatIsMissing()
    {
        await using var world = await WithoutChunksAsync();

        var report = await world.MigrateAsync(static options => options.StoredTextAttribute = "body");

        Assert.False(report.IsSwitchedOver);
        Assert.Equal(6, report.Missing.Count);
    }

    /// <summary>The gateway knows of chunks that it cannot read any more, and says so with a 502.</summary>
    [Fact]
    public async Task Migration_ChunksCannotBeRead_BuildsFromTheStoredText()
    {
        await using var world = await MigrationWorld.StartAsync();
        await world.StageAsync("d0", "d0 one", "d0 two");
        await world.StageAsync("d1", "d1 one");
        await world.DrainAsync(MigrationWorld.Old);
        world.LoseChunks("d1");

        await Assert.ThrowsAnyAsync<HevlayerException>(() => world.MigrateAsync());
        var report = await world.MigrateAsync(static options => options.StoredTextAttribute = "text");

        Assert.True(report is { IsSwitchedOver: true, Missing.Count: 0 }, report.ToString());
        Assert.Equal(world.FromScratch(MigrationWorld.NewName), await world.RowsAsync(MigrationWorld.NewIndex));
    }

    /// <summary>What was staged last is newer than what is stored.</summary>
    [Fact]
    public async Task Migration_SomeAreStagedAgain_TakesThoseFromTheirChunks()
    {
        await using var world = await WithoutChunksAsync();
        await world.StageAsync("d3", "new text");
        await world.DrainAsync(MigrationWorld.Old);

        var report = await world.MigrateAsync(static options => options.StoredTextAttribute = "text");

        Assert.True(report.IsSwitchedOver);
        Assert.Equal(world.FromScratch(MigrationWorld.NewName), await world.RowsAsync(MigrationWorld.NewIndex));
    }

    [Fact]
    public async Task EmptyAttribute_IsRefusedBeforeAnyCall()
    {
        await using var world = await MigrationWorld.StartAsync();
        world.Wire.Clear();

        await Assert.ThrowsAsync<ArgumentException>(() => world.MigrateAsync(static options => options.StoredTextAttribute = ""));

        Assert.Empty(world.Wire.Calls);
    }

    private static async Task<MigrationWorld> WithoutChunksAsync()
    {
        var world = await MigrationWorld.StartAsync();
        for (var number = 0; number < 6; number++)
        {
            await world.StageAsync($"d{number}", $"d{number} one", "same", "same");
        }

        await world.DrainAsync(MigrationWorld.Old);
        await world.Client.Api.DeletePipelineAsync(MigrationWorld.Old, cancellationToken: Token);
        await world.Client.EnsurePipelineAsync(MigrationWorld.Old, MigrationWorld.OldIndex, cancellationToken: Token);
        return world;
    }
}
