namespace Hevlayer.Local.Tests;

/// <summary>What is left out of the log, and that no reply shows it.</summary>
public sealed class CompactionTests
{
    private const int Seeds = 10;

    private static readonly string[] Reads =
    [
        "/v2/pipelines/p/status", "/v2/pipelines/p/documents/a/chunks", "/_local/pipelines/p/documents/a", "/v2/udfs/f/status", "/v2/udfs/g/status", "/_local/functions/f", "/_local/functions/g",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gateway_WhereNobodyDoesAnything_WritesNoMoreLog()
    {
        using var folder = new TemporaryFolder();
        await using var harness = Kept(folder.File("kept"));
        await FillAsync(harness);
        await WaitAsync(harness, hours: 1);
        await harness.Gateway.SaveAsync(folder.File("before"), Token);

        await WaitAsync(harness, hours: 500);

        await harness.Gateway.SaveAsync(folder.File("after"), Token);
        Assert.InRange(new FileInfo(folder.File("after")).Length, 1, new FileInfo(folder.File("before")).Length + 4096);
        await AssertSameAfterAStartAsync(harness, folder.File("kept"));
    }

    [Fact]
    public async Task Chunks_StagedOverAndOver_AreKeptOnce()
    {
        const int length = 100_000;
        using var folder = new TemporaryFolder();
        var harness = Kept(folder.Path);
        await FillAsync(harness);
        for (var round = 0; round < 30; round++)
        {
            (await harness.PutAsync("/v2/pipelines/p/documents/a", $$"""{"chunks":[{"id":"c","text":"{{new string((char)('a' + (round % 26)), length)}}"}]}""")).Ok();
            await harness.ClaimAsync("w");
        }

        var expected = await ReadAsync(harness);
        var now = harness.Clock.GetUtcNow();
        await harness.DisposeAsync();
        Assert.InRange(SizeOf(folder), 30 * length, long.MaxValue);

        // What the first start leaves is what the second one reads.
        for (var start = 0; start < 2; start++)
        {
            await using var again = Kept(folder.Path);
            again.Clock.SetUtcNow(now);
            Assert.Equal(expected, await ReadAsync(again));
        }

        Assert.InRange(SizeOf(folder), length, 3 * length);
    }

    [Fact]
    public async Task State_WithSweepsThatWereLeftOut_IsTheSameAfterAStart()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            using var folder = new TemporaryFolder();
            var random = new Random(seed);
            await using var harness = Kept(folder.Path);
            await FillAsync(harness);
            for (var step = 0; step < 80; step++)
            {
                harness.Clock.Advance(TimeSpan.FromMilliseconds(random.Next(1, 4_000)));
                await (random.Next(10) switch
                {
                    0 => harness.PostAsync("/v2/namespaces/n", $$"""{"upsert_rows":[{"id":"r{{random.Next(6)}}","title":"t"}]}"""),
                    1 => harness.PostAsync("/v2/udfs/f/claim", """{"worker_id":"w","limit":1,"lease_seconds":2}"""),
                    2 => harness.PostAsync("/v2/udfs/g/discover", "{}"),
                    _ => harness.GetAsync("/v2/udfs/f/status"),
                });
            }

            await AssertSameAfterAStartAsync(harness, folder.Path);
        }
    }

    private static async Task FillAsync(Harness harness)
    {
        await harness.CreatePipelineAsync();
        await harness.StageAsync("a", "b");
        (await harness.PostAsync("/v2/namespaces/n", """{"upsert_rows":[{"id":"r","title":"t"}]}""")).Ok();
        (await harness.PutAsync("/v2/udfs/f", Function(3))).Ok();
        (await harness.PutAsync("/v2/udfs/g", Function(5))).Ok();
    }

    private static string Function(int interval) =>
        """{"spec":{"target_namespaces":["n"],"inputs":["title"],"worker":{"image":"i"},"schedule":{"discovery_interval_seconds":SECONDS}}}""".Replace("SECONDS", $"{interval}", StringComparison.Ordinal);

    private static async Task WaitAsync(Harness harness, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            harness.Clock.Advance(TimeSpan.FromHours(1));
            (await harness.GetAsync("/v2/udfs/f/status")).Ok();
        }
    }

    private static async Task AssertSameAfterAStartAsync(Harness first, string folder)
    {
        var expected = await ReadAsync(first);
        var now = first.Clock.GetUtcNow();
        await first.DisposeAsync();
        await using var second = Kept(folder);
        second.Clock.SetUtcNow(now);
        Assert.Equal(expected, await ReadAsync(second));
    }

    // Who merely asked, and in vain, is not kept.
    private static async Task<List<string>> ReadAsync(Harness harness)
    {
        var replies = new List<string>();
        foreach (var path in Reads)
        {
            var body = (await harness.GetAsync(path)).Ok().Body;
            replies.Add($"{path} {System.Text.RegularExpressions.Regex.Replace(body, "\"(asking|why|cause)\":\"[^\"]*\",?", string.Empty)}");
        }

        return replies;
    }

    private static long SizeOf(TemporaryFolder folder) => Directory.GetFiles(folder.Path).Sum(static file => new FileInfo(file).Length);

    private static Harness Kept(string folder) => Harness.InProcess(options =>
    {
        options.DataDirectory = folder;
        options.TimelineEntries = 1_000;
        options.StatusCacheTime = TimeSpan.Zero;
    });
}
