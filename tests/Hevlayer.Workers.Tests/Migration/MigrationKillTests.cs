using System.Globalization;

namespace Hevlayer.Workers.Tests.Migration;

/// <summary>A migration that is broken off anywhere, while documents change and go, ends with the index that is built from scratch.</summary>
public sealed class MigrationKillTests
{
    private const int Documents = 8;
    private const int MostRuns = 12;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Migration_KilledAnywhereWhileDocumentsChange_EqualsOneBuiltFromScratch(int seed)
    {
        var random = new Random(seed);
        await using var world = await MigrationTests.FilledAsync(Documents);
        var live = world.Live();
        var kills = 0;
        for (var run = 0; run < MostRuns && !await IsNewAsync(world, live); run++)
        {
            kills += await IsKilledAsync(world, random, callsLeft: run == MostRuns - 1 ? int.MaxValue : random.Next(60)) ? 1 : 0;
            await IsNewAsync(world, live);
        }

        world.Wire.Script = null;
        var report = await world.MigrateAsync();
        await world.DrainAsync(MigrationWorld.New);

        Assert.True(report.IsSwitchedOver);
        Assert.True(await IsNewAsync(world, live));
        Assert.InRange(kills, 1, MostRuns);
        Assert.Equal(world.FromScratch(MigrationWorld.NewName), await world.RowsAsync(MigrationWorld.NewIndex));
    }

    // A process that is gone sends nothing more; of its last call the reply is lost, or the call itself. Meanwhile a producer
    // stages in both pipelines, as they are to during a migration.
    private static async Task<bool> IsKilledAsync(MigrationWorld world, Random random, int callsLeft)
    {
        var change = random.Next(2) == 0 ? random.Next(40) : -1;
        var isDead = false;
        using var one = new SemaphoreSlim(1);
        world.Wire.Script = async (_, send) =>
        {
            await one.WaitAsync(Token);
            try
            {
                if (change-- == 0)
                {
                    await ChangeAsync(world, random);
                }

                if (isDead || (callsLeft-- == 0 && (isDead = true) && random.Next(2) == 0))
                {
                    throw new HttpRequestException("killed");
                }

                var reply = await send();
                return isDead ? throw new HttpRequestException("killed") : reply;
            }
            finally
            {
                one.Release();
            }
        };
        try
        {
            await world.MigrateAsync();
            return false;
        }
        catch (HevlayerException) when (isDead)
        {
            return true;
        }
        finally
        {
            world.Wire.Script = null;
        }
    }

    private static Task ChangeAsync(MigrationWorld world, Random random)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"d{random.Next(Documents + 2)}");
        return random.Next(4) switch
        {
            0 => world.DeleteAsync(id, inBoth: true),
            1 => world.StageAsync(id, inBoth: true, $"{id} one"),
            _ => world.StageAsync(id, inBoth: true, $"{id} one", string.Create(CultureInfo.InvariantCulture, $"{id} now {random.Next(3)}")),
        };
    }

    // Whatever answers, its vectors and those of the query come from one model.
    private static async Task<bool> IsNewAsync(MigrationWorld world, LiveIndex live)
    {
        var index = await live.OpenAsync(Token);
        var isNew = index.Namespace.Name == MigrationWorld.NewIndex;
        Assert.Equal(isNew ? MigrationWorld.NewName : MigrationWorld.OldName, index.Embedder.Name);
        Assert.All(await world.RawRowsAsync(index.Namespace.Name), row => Assert.Equal(index.Embedder.Name, row.Attributes.GetString(RowAttributes.Embedder)));
        return isNew;
    }
}
