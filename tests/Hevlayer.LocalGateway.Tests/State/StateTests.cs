using System.Net;

namespace Hevlayer.Local.Tests;

public sealed class StateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replies_AfterSaveAndLoad_AreTheSame()
    {
        using var folder = new TemporaryFolder();
        await using var kept = Kept(folder.File("kept"));
        await Traffic.RunAsync(kept);
        await kept.Gateway.SaveAsync(folder.File("saved"), Token);
        var now = kept.Clock.GetUtcNow();
        await using var inMemory = Harness.InProcess(options => options.StabilityLag = TimeSpan.FromSeconds(1));
        await using var inFolder = Kept(folder.File("other"));
        foreach (var other in (Harness[])[inMemory, inFolder])
        {
            other.Clock.SetUtcNow(now);
            await other.Gateway.LoadAsync(folder.File("saved"), Token);
        }

        var expected = await Traffic.ReadAsync(kept);

        Assert.All(expected, reply => Assert.DoesNotContain(": 50", reply[..Math.Min(80, reply.Length)], StringComparison.Ordinal));
        Assert.Equal(expected, await Traffic.ReadAsync(inFolder));
        Assert.Equal(expected, await Traffic.ReadAsync(inMemory));
    }

    [Fact]
    public async Task Replies_AfterAnEndAndANewStart_AreTheSame()
    {
        using var folder = new TemporaryFolder();
        await using var control = Kept(folder.File("control"));
        await Traffic.RunAsync(control);
        var first = Kept(folder.File("kept"));
        await Traffic.RunAsync(first);
        var now = first.Clock.GetUtcNow();
        await first.DisposeAsync();

        await using var second = Kept(folder.File("kept"));
        second.Clock.SetUtcNow(now);

        Assert.Equal(await Traffic.ReadAsync(control), await Traffic.ReadAsync(second));
    }

    [Fact]
    public async Task MintedKey_AfterANewStart_IsStillGoodAndStandsNowhere()
    {
        using var folder = new TemporaryFolder();
        string token;
        await using (var first = Kept(folder.Path, options => options.Keys.Add(new("admin"))))
        {
            var minted = (await first.PostAsync("/v2/keys", """{"name":"k","entitlements":{"layer":{"scopes":["admin"]}}}""", "admin")).Ok();
            token = minted.Json.GetProperty("token").GetString()!;
        }

        Assert.All(Directory.GetFiles(folder.Path), file => Assert.DoesNotContain(token, File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal));
        Assert.All(Directory.GetFiles(folder.Path), file => Assert.DoesNotContain("Bearer", File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal));
        await using var second = Kept(folder.Path, options => options.Keys.Add(new("admin")));
        (await second.GetAsync("/v2/pipelines", token)).Ok();
    }

    [Fact]
    public async Task Reads_AndCallsThatChangeNothing_LeaveNoTraceInTheFile()
    {
        using var folder = new TemporaryFolder();
        await using var harness = Kept(folder.Path);
        await harness.CreatePipelineAsync();
        await harness.StageAsync("a");
        var before = (await SavedAsync(harness)).Length;

        for (var i = 0; i < 500; i++)
        {
            await harness.StatusAsync();
            await harness.ClaimAsync("w", more: ""","document_id_prefix":"none" """);
            await harness.HeartbeatAsync("w", "a");
            await harness.GetAsync("/_local/pipelines");
        }

        Assert.InRange((await SavedAsync(harness)).Length, before, before + 4096);
    }

    [Fact]
    public async Task Save_InMemoryAlone_IsRefused()
    {
        await using var harness = Harness.InProcess();

        await Assert.ThrowsAsync<InvalidOperationException>(() => harness.Gateway.SaveAsync("x", Token));
        Assert.Equal(HttpStatusCode.Conflict, (await harness.GetAsync("/_local/state/file")).Status);
    }

    [Fact]
    public async Task Load_OfWhatIsNoState_IsRefusedAndLeavesTheState()
    {
        using var folder = new TemporaryFolder();
        await using var harness = Kept(folder.File("kept"));
        await harness.CreatePipelineAsync();
        await File.WriteAllTextAsync(folder.File("text"), "no state, but long enough to be looked at as if it were one " + new string('x', 5000), Token);

        await Assert.ThrowsAsync<IOException>(() => harness.Gateway.LoadAsync(folder.File("text"), Token));
        await Assert.ThrowsAsync<IOException>(() => harness.Gateway.LoadAsync(folder.File("missing"), Token));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await harness.PutAsync("/_local/state/file", "text")).Status);

        Assert.Contains("\"p\"", (await harness.GetAsync("/v2/pipelines")).Ok().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_ThatAnotherGatewayHas_IsRefused()
    {
        using var folder = new TemporaryFolder();
        await using var harness = Kept(folder.Path);
        await harness.CreatePipelineAsync();

        Assert.Throws<IOException>(() => LocalGateway.Create(new() { DataDirectory = folder.Path }));
        Assert.Throws<ArgumentException>(() => LocalGateway.Create(new() { DataDirectory = " " }));
    }

    [Fact]
    public async Task Clock_OfANewStart_IsNeverBehindTheState()
    {
        using var folder = new TemporaryFolder();
        DateTimeOffset ended;
        await using (var first = Kept(folder.Path, options => options.TimeProvider = new LocalClock(options.TimeProvider)))
        {
            (await first.PostAsync("/_local/clock", """{"action":"advance","seconds":3600}""")).Ok();
            await first.CreatePipelineAsync();
            ended = first.Gateway.Clock.GetUtcNow();
        }

        await using var second = Kept(folder.Path, options => options.TimeProvider = new LocalClock(options.TimeProvider));

        Assert.Equal(ended, second.Gateway.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Throughput_OfStagedDocuments_IsAtLeast2000PerSecond_AndTheyLoadFast()
    {
        const int documents = 10_000;
        using var folder = new TemporaryFolder();
        await using var harness = Kept(folder.File("kept"));
        await harness.CreatePipelineAsync();
        var began = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, documents), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Token }, async (number, _) => await harness.StageAsync($"d{number}"));
        var staged = TimeProvider.System.GetElapsedTime(began);
        await harness.Gateway.SaveAsync(folder.File("saved"), Token);
        await using var other = Harness.InProcess();

        began = TimeProvider.System.GetTimestamp();
        await other.Gateway.LoadAsync(folder.File("saved"), Token);
        var loaded = TimeProvider.System.GetElapsedTime(began);

        TestContext.Current.SendDiagnosticMessage($"{documents / staged.TotalSeconds:0} documents a second; loaded in {loaded.TotalMilliseconds:0} ms");
        Assert.Equal(documents, await other.CountAsync("pending"));
        Assert.InRange(documents / staged.TotalSeconds, 2_000, double.MaxValue);
        Assert.InRange(loaded.TotalSeconds, 0, 1);
    }

    private static async Task<byte[]> SavedAsync(Harness harness)
    {
        using var response = await harness.Http.GetAsync("/_local/state/file", Token);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(Token);
    }

    private static Harness Kept(string folder, Action<LocalGatewayOptions>? configure = null) => Harness.InProcess(options =>
    {
        options.DataDirectory = folder;
        configure?.Invoke(options);
    });
}
