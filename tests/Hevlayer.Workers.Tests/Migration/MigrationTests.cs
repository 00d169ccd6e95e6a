using System.Globalization;

namespace Hevlayer.Workers.Tests.Migration;

/// <summary>Another model behind an index, without a moment in which queries have no whole index.</summary>
public sealed class MigrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migration_OfManyDocuments_EmbedsEachTextOnceAndSwitchesOver()
    {
        await using var world = await FilledAsync(20);

        var report = await world.MigrateAsync();

        Assert.True(report is { IsSwitchedOver: true, IsComplete: true, Passes: 2, Staged: 20, Documents: 20, OldRows: 40, NewRows: 40 }, report.ToString());
        Assert.Equal(new(MigrationWorld.New, MigrationWorld.NewIndex, MigrationWorld.NewName), report.Into);
        Assert.Equal(world.FromScratch(MigrationWorld.NewName), await world.RowsAsync(MigrationWorld.NewIndex));
        Assert.Equal(world.FromScratch(MigrationWorld.OldName), await world.RowsAsync(MigrationWorld.OldIndex));
        Assert.Equal(40, world.NewModel.Texts.Count);
        Assert.All(await world.RawRowsAsync(MigrationWorld.NewIndex), static row => Assert.Equal(MigrationWorld.NewName, row.Attributes.GetString(RowAttributes.Embedder)));
    }

    [Fact]
    public async Task Queries_BeforeAndAfterAndAfterGoingBack_AreAnsweredByTheLiveIndex()
    {
        await using var world = await FilledAsync(3);
        var live = world.Live();
        Assert.Equal((MigrationWorld.OldIndex, MigrationWorld.OldName), await OpenAsync(live));

        var prepared = await world.MigrateAsync(static options => options.SwitchOver = false);
        Assert.True(prepared is { IsComplete: true, IsSwitchedOver: false });
        Assert.Equal((MigrationWorld.OldIndex, MigrationWorld.OldName), await OpenAsync(live));
        var page = await live.OpenAsync(Token);
        await world.MigrateAsync();
        Assert.Equal((MigrationWorld.NewIndex, MigrationWorld.NewName), await OpenAsync(live));

        // What was opened before stays with the index it began with.
        Assert.Equal(MigrationWorld.OldIndex, page.Namespace.Name);
        Assert.NotEmpty((await page.QueryAsync("d0 one", new() { TopK = 2 }, Token)).Rows);
        Assert.NotEmpty((await live.QueryAsync("d0 one", new() { TopK = 2 }, Token)).Rows);

        var back = await world.Migrator.GoBackAsync(MigrationWorld.Old, cancellationToken: Token);
        Assert.Equal(new(MigrationWorld.Old, MigrationWorld.OldIndex, MigrationWorld.OldName), back);
        Assert.Equal((MigrationWorld.OldIndex, MigrationWorld.OldName), await OpenAsync(live));
    }

    [Fact]
    public async Task Query_WithAnotherEmbedder_IsATypedErrorBeforeTheCall()
    {
        await using var world = await FilledAsync(2);
        var early = await Assert.ThrowsAsync<EmbedderMismatchException>(() => world.Live(knowsOld: false).QueryAsync("d0", cancellationToken: Token));
        await world.MigrateAsync();
        world.Wire.Clear();

        var error = await Assert.ThrowsAsync<EmbedderMismatchException>(() => world.Live(knowsNew: false).QueryAsync("d0", cancellationToken: Token));

        Assert.Equal((MigrationWorld.OldIndex, MigrationWorld.OldName, MigrationWorld.NewName), (early.Namespace, early.Embedder, Assert.Single(early.Offered)));
        Assert.Equal((MigrationWorld.NewIndex, MigrationWorld.NewName, MigrationWorld.OldName), (error.Namespace, error.Embedder, Assert.Single(error.Offered)));
        Assert.DoesNotContain(world.Wire.Calls, static call => call.Path.EndsWith("/query", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Migration_CalledAgainWhenItIsDone_DoesNothing()
    {
        await using var world = await FilledAsync(2);
        await world.MigrateAsync();
        world.NewModel.Texts.Clear();

        var again = await world.MigrateAsync();

        Assert.True(again is { IsSwitchedOver: true, Staged: 0, Passes: 0 });
        Assert.Empty(world.NewModel.Texts);
    }

    [Fact]
    public async Task Document_ThatTheNewModelCannotEmbed_KeepsTheOldIndexLiveUnlessItMayBeMissing()
    {
        await using var world = await FilledAsync(2);
        await world.StageAsync("bad", CodeGenerator.Poison);
        await world.DrainAsync(MigrationWorld.Old);

        var refused = await world.MigrateAsync();
        var live = await OpenAsync(world.Live());
        var accepted = await world.MigrateAsync(static options => options.MaxMissingDocuments = 1);

        Assert.True(refused is { IsSwitchedOver: false, IsComplete: false });
        Assert.Equal("bad", Assert.Single(refused.Missing));
        Assert.Equal(MigrationWorld.OldIndex, live.Name);
        Assert.True(accepted.IsSwitchedOver);
    }

    [Fact]
    public async Task Migration_IntoTheSameNamespaceOrWhileAnotherIsUnderWay_IsRefused()
    {
        await using var world = await FilledAsync(1);
        await world.Client.EnsurePipelineAsync("same", MigrationWorld.OldIndex, cancellationToken: Token);
        await world.Client.EnsurePipelineAsync("third", "shop-3", cancellationToken: Token);
        await world.MigrateAsync(static options => options.SwitchOver = false);

        var same = await Assert.ThrowsAsync<MigrationRefusedException>(() => world.Migrator.MigrateAsync(MigrationWorld.Old, world.NewModel, "same", cancellationToken: Token));
        var other = await Assert.ThrowsAsync<MigrationRefusedException>(() => world.Migrator.MigrateAsync(MigrationWorld.Old, world.NewModel, "third", cancellationToken: Token));
        await world.Migrator.GoBackAsync(MigrationWorld.Old, cancellationToken: Token);
        var none = await Assert.ThrowsAsync<MigrationRefusedException>(() => world.Migrator.GoBackAsync(MigrationWorld.Old, cancellationToken: Token));

        Assert.Contains("namespace of its own", same.Message, StringComparison.Ordinal);
        Assert.Contains(MigrationWorld.New, other.Message, StringComparison.Ordinal);
        Assert.Contains("nothing to go back to", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_ChangedBySomebodyElseMeanwhile_IsNotOverwritten()
    {
        await using var world = await FilledAsync(1);
        var cards = new IndexCards(world.Client, MigrationWorld.Old, namespaceName: null);
        var card = await cards.ReadAsync(Token);
        var into = new IndexSide(MigrationWorld.New, MigrationWorld.NewIndex, MigrationWorld.NewName);

        Assert.True(await cards.ChangeAsync(card.Begin(into), Token));
        Assert.True(await cards.ChangeAsync(card.Begin(into), Token));
        Assert.False(await cards.ChangeAsync(card.Begin(into with { PipelineId = "third" }), Token));

        Assert.Equal(card.Begin(into), await cards.ReadAsync(Token));
    }

    [Fact]
    public async Task Options_ThatDoNotFit_AreRefusedBeforeAnyCall()
    {
        await using var world = await FilledAsync(1);
        world.Wire.Clear();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => world.MigrateAsync(static options => options.BatchSize = 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => world.MigrateAsync(static options => options.MaxPasses = 1));
        await Assert.ThrowsAsync<ArgumentException>(() => world.MigrateAsync(static options => options.Embedding.RowIds = RowIds.ByChunk));
        Assert.Throws<ArgumentOutOfRangeException>(() => world.Live(knowsOld: false, knowsNew: false));
        Assert.Empty(world.Wire.Calls);
    }

    internal static async Task<MigrationWorld> FilledAsync(int documents)
    {
        var world = await MigrationWorld.StartAsync();
        foreach (var id in Enumerable.Range(0, documents).Select(static number => string.Create(CultureInfo.InvariantCulture, $"d{number}")))
        {
            await world.StageAsync(id, $"{id} one", $"{id} two");
        }

        await world.DrainAsync(MigrationWorld.Old);
        return world;
    }

    private static async Task<(string Name, string Embedder)> OpenAsync(LiveIndex live)
    {
        var index = await live.OpenAsync(Token);
        return (index.Namespace.Name, index.Embedder.Name);
    }
}
