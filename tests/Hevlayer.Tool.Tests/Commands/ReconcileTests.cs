namespace Hevlayer.Tool.Tests;

/// <summary><c>hevlayer reconcile</c>: what differs is told, and put back unless it is a dry run.</summary>
public sealed class ReconcileTests
{
    [Fact]
    public async Task DryRun_RowsDiffer_TellsItAndMovesNothing()
    {
        await using var world = await IndexedAsync();

        var result = await world.RunAsync("reconcile", "one", "--embedder", "model/2", "--dry-run", "--json");

        Assert.Equal((ExitCode.NotFine, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal((1, 1, 0), (result.Json.GetProperty("documents").GetInt32(), result.Json.GetProperty("missing").GetInt32(), result.Json.GetProperty("put_back").GetInt32()));
        Assert.Equal("one", Assert.Single(result.Json.GetProperty("different").EnumerateArray()).GetString());
        Assert.Equal((0, 2), (await world.CountAsync("pending"), await world.CountAsync("indexed")));
    }

    [Fact]
    public async Task RowsDiffer_ArePutBack()
    {
        await using var world = await IndexedAsync();

        var result = await world.RunAsync("reconcile", "one", "--embedder", "model/2");

        Assert.Equal((ExitCode.Fine, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains("1 documents differ, 1 were put back.", result.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1), (await world.CountAsync("pending"), await world.CountAsync("indexed")));
    }

    [Fact]
    public async Task UnknownDocument_IsNotFine()
    {
        await using var world = await IndexedAsync();

        var result = await world.RunAsync("reconcile", "nobody", "--embedder", "model/2");

        Assert.Equal(ExitCode.NotFine, result.ExitCode);
        Assert.Contains("1 unknown", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoEmbedder_IsBadUsage()
    {
        await using var world = await IndexedAsync();

        var result = await world.RunAsync("reconcile", "one");

        Assert.Equal(ExitCode.BadUsage, result.ExitCode);
        Assert.Contains("--embedder", result.Error, StringComparison.Ordinal);
    }

    private static async Task<ToolWorld> IndexedAsync()
    {
        var world = new ToolWorld();
        await world.StageAsync("one", "two");
        await world.WorkAsync(static _ => null);
        return world;
    }
}
