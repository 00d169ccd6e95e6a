namespace Hevlayer.Quickstart.Tests;

/// <summary>A second run over the same folder pays for what has changed, and for nothing else.</summary>
public sealed class SecondRunTests(CleanRun clean) : IClassFixture<CleanRun>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GatewayRun _gateway = new();

    public void Dispose()
    {
        _gateway.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task SameFolder_EmbedsNothingAndSaysSo()
    {
        await _gateway.RunAsync(["--input", clean.Folder.Path]);
        Catch();

        var again = await _gateway.RunAsync(["--input", clean.Folder.Path]);

        Assert.Equal((ExitCode.Done, string.Empty), (again.ExitCode, again.Error));
        Assert.Contains($"Passages: 0 embedded, {clean.Rows.Count} unchanged, 0 deleted; 0 documents of missing files deleted.", again.Output, StringComparison.Ordinal);
        Assert.Equal(clean.Rows, await _gateway.RowsAsync());
    }

    [Fact]
    public async Task OneFileEditedAndOneDeleted_EmbedsOneAndDeletesTheOther()
    {
        _folder.File("bread.txt", "To bake bread, knead the dough.");
        _folder.File("clocks.txt", "A pendulum clock keeps time.");
        _folder.File("boats.txt", "A sloop has one mast.");
        await _gateway.RunAsync(["--input", _folder.Path]);
        Catch();
        _folder.File("bread.txt", "To bake bread, light the oven.");
        File.Delete(Path.Combine(_folder.Path, "boats.txt"));

        var again = await _gateway.RunAsync(["--input", _folder.Path]);

        Assert.Equal((ExitCode.Done, string.Empty), (again.ExitCode, again.Error));
        Assert.Contains("Passages: 1 embedded, 1 unchanged, 1 deleted; 1 documents of missing files deleted.", again.Output, StringComparison.Ordinal);
        Catch();
        Assert.Equal(["To bake bread, light the oven.", "A pendulum clock keeps time."], (await _gateway.RowsAsync()).OrderBy(row => row.Path).Select(row => row.Text));
    }

    [Fact]
    public async Task AnotherFolder_DeletesNothingUnlessItIsTold()
    {
        await _gateway.RunAsync(["--input", clean.Folder.Path]);
        Catch();
        _folder.File("bread.txt", "To bake bread, knead the dough.");

        var careful = await _gateway.RunAsync(["--input", _folder.Path]);
        Catch();
        var kept = await _gateway.RowsAsync();
        var told = await _gateway.RunAsync(["--input", _folder.Path, "--max-deleted", "100"]);
        Catch();

        Assert.Equal((ExitCode.Done, clean.Rows.Count + 1), (careful.ExitCode, kept.Count));
        Assert.Contains("--max-deleted", careful.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, string.Empty), (told.ExitCode, told.Error));
        Assert.Equal("bread.txt", Assert.Single(await _gateway.RowsAsync()).Path);
    }

    [Fact]
    public async Task SameFolder_WaitsForNoSnapshotOfAWriteThatNeverWas()
    {
        await _gateway.RunAsync(["--input", clean.Folder.Path]);
        Catch();
        var looks = 0;
        using var connections = new HookedConnections(_gateway.Gateway.CreateHandler(), request =>
        {
            looks += request.RequestUri!.AbsolutePath.EndsWith("/metadata", StringComparison.Ordinal) ? 1 : 0;
            return null;
        });

        var again = await _gateway.RunAsync(["--input", clean.Folder.Path], connections);

        Assert.Equal((ExitCode.Done, 1), (again.ExitCode, looks));
    }

    // The index lists what was written.
    private void Catch() => _gateway.Clock.Advance(TimeSpan.FromSeconds(20));
}
