using System.Net;

namespace Hevlayer.Local.Tests;

public sealed class StateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replies_AfterSaveAndLoad_AreTheSame()
    {
        using var folder = new TemporaryFolder();
        await using var kept = Kept(folder.File("kept"), Connected);
        var token = await Traffic.RunAsync(kept);
        await kept.Gateway.SaveAsync(folder.File("saved"), Token);
        var now = kept.Clock.GetUtcNow();
        await using var inMemory = Harness.InProcess(Connected);
        await using var inFolder = Kept(folder.File("other"), Connected);
        foreach (var other in (Harness[])[inMemory, inFolder])
        {
            other.Clock.SetUtcNow(now);
            await other.Gateway.LoadAsync(folder.File("saved"), Token);
        }

        var expected = await TrafficReads.AllAsync(kept, token);

        Assert.All(expected, reply => Assert.DoesNotMatch("^[^:]*: [A-Z]+ [^ ]+: (501|503)", reply));
        Assert.Equal(expected, await TrafficReads.AllAsync(inFolder, token));
        Assert.Equal(expected, await TrafficReads.AllAsync(inMemory, token));
    }

    [Fact]
    public void Traffic_ReadsEveryOperationWhoseReplyTheStateDecides()
    {
        // These count calls, and of calls that changed nothing no count is kept.
        string[] counts = ["getCostSnapshot", "getCostTimeseries", "queryMetrics", "queryMetricsApiV1", "queryMetricsRange", "queryMetricsRangeApiV1", "getMetricCatalogEntry"];

        var read = TrafficReads.Templates.Select(static path => path.Split('?')[0].Split('/')).ToList();
        var missing = GatewayOperations.All.Where(operation => operation.Method == HttpMethod.Get && !counts.Contains(operation.Id) && !read.Exists(path => Fits(operation.Route.Split('/'), path)));

        Assert.Empty(missing.Select(static operation => operation.Id));

        static bool Fits(string[] route, string[] path) => route.Length == path.Length && route.Zip(path).All(static part => part.First.StartsWith('{') || part.First == part.Second);
    }

    [Fact]
    public async Task Replies_AfterAnEndAndANewStart_AreTheSame()
    {
        using var folder = new TemporaryFolder();
        await using var control = Kept(folder.File("control"), Connected);
        var controlToken = await Traffic.RunAsync(control);
        var first = Kept(folder.File("kept"), Connected);
        var token = await Traffic.RunAsync(first);
        var now = first.Clock.GetUtcNow();
        await first.DisposeAsync();

        await using var second = Kept(folder.File("kept"), Connected);
        second.Clock.SetUtcNow(now);

        Assert.Equal(await TrafficReads.AllAsync(control, controlToken), await TrafficReads.AllAsync(second, token));
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
    public async Task State_AfterManyCallsAtOnce_IsTheSameAfterANewStart()
    {
        string[] reads = ["/v2/pipelines/p/status", "/v2/namespaces/n/metadata", "/_local/pipelines/p?stage=pending", "/_local/pipelines/p?stage=embedding", "/_local/pipelines/p?stage=failed", "/v2/udfs/f/status", "/_local/functions/f"];
        using var folder = new TemporaryFolder();
        var first = Kept(folder.Path);
        await first.CreatePipelineAsync();
        (await first.PutAsync("/v2/udfs/f", """{"spec":{"target_namespaces":["n"],"inputs":["title"],"worker":{"image":"i"},"triggers":["discovery","write"],"schedule":{"discovery_interval_seconds":3}}}""")).Ok();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => WorkAsync(first, worker), Token)));

        var expected = await ReadAsync(first);
        var now = first.Clock.GetUtcNow();
        await first.DisposeAsync();
        await using var second = Kept(folder.Path);
        second.Clock.SetUtcNow(now);
        Assert.Equal(expected, await ReadAsync(second));

        async Task<string[]> ReadAsync(Harness harness) => await Task.WhenAll(reads.Select(async path => $"{path} {Sorted((await harness.GetAsync(path)).Body)}"));
    }

    // Documents under a lease are listed in no order of their own, and calls of workers that changed nothing are not kept.
    private static string Sorted(string reply) => SortedLines(System.Text.RegularExpressions.Regex.Replace(reply, "\"workers_seen\":[0-9]+|\"workers\":.*|\"asking\":\"[^\"]*\",?|\"why\":\"[^\"]*\"|\"cause\":\"[^\"]*\"", string.Empty));

    private static string SortedLines(string list) => string.Join('\n', list.Replace("},{", "\n", StringComparison.Ordinal).Replace("[{", "\n", StringComparison.Ordinal).Replace("}]", "\n", StringComparison.Ordinal).Split('\n').Order(StringComparer.Ordinal));

    private static async Task WorkAsync(Harness harness, int worker)
    {
        var random = new Random(worker);
        for (var i = 0; i < 150; i++)
        {
            var id = $"d{random.Next(40)}";
            await (random.Next(9) switch
            {
                0 or 1 => harness.StageAsync(id),
                2 => harness.ClaimAsync($"w{worker}", random.Next(1, 4), ""","lease_seconds":2"""),
                3 => harness.HeartbeatAsync($"w{worker}", id),
                4 => harness.SetStageAsync("failed", $$""","worker_id":"w{{worker}}" """, id),
                5 => harness.IndexAsync(id),
                6 => harness.PostAsync("/v2/udfs/f/claim", $$"""{"worker_id":"w{{worker}}","limit":2,"lease_seconds":2}"""),
                7 => harness.GetAsync("/_local/functions/f"),
                _ => AdvanceAsync(),
            });
        }

        Task AdvanceAsync()
        {
            harness.Clock.Advance(TimeSpan.FromMilliseconds(random.Next(1, 400)));
            return Task.CompletedTask;
        }
    }

    private static async Task<byte[]> SavedAsync(Harness harness)
    {
        using var response = await harness.Http.GetAsync("/_local/state/file", Token);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(Token);
    }

    // What the options give is no part of the state.
    private static void Connected(LocalGatewayOptions options)
    {
        options.Agents["shop"] = new(static question => new() { Vector = question.Vector, Namespaces = ["m", "n"] });
        options.Warehouses.Add(new() { Name = "sales", Namespace = "data", Kind = "rest", VerifyInterval = "5m", Status = new() { Phase = WarehousePhase.Verified, Consumers = new() { Pipelines = 0, ApiKeys = 0 }, Conditions = [] } });
    }

    private static Harness Kept(string folder, Action<LocalGatewayOptions>? configure = null) => Harness.InProcess(options =>
    {
        options.DataDirectory = folder;
        configure?.Invoke(options);
    });
}
