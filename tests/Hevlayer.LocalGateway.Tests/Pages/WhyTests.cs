using System.Text.Json;

namespace Hevlayer.Local.Tests;

/// <summary>Each cause is staged as it comes about, and the page must name it.</summary>
public sealed class WhyTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task NoWorker()
    {
        await using var harness = await StagedAsync();

        await IsAsync(harness, "no_worker", "no worker has asked in the last minute");
    }

    [Fact]
    public async Task NoWorker_AfterTheLastOneHasGone()
    {
        await using var harness = await StagedAsync();
        await harness.ClaimAsync("w", more: ""","document_id_prefix":"x" """);

        await IsAsync(harness, "waiting", "worker 'w'");
        harness.Clock.Advance(Minute * 2);
        await IsAsync(harness, "no_worker", "no worker");
    }

    [Theory]
    [InlineData(null, "401")]
    [InlineData("reader", "403")]
    public async Task WorkerWithoutTheScope(string? key, string status)
    {
        await using var harness = Harness.InProcess(options =>
        {
            options.Keys.Add(new("admin"));
            options.Keys.Add(new("reader", ApiKeyScope.Read));
        });
        (await harness.PostAsync("/v2/pipelines", """{"id":"p","target_namespace":"n"}""", "admin")).Ok();
        (await harness.PutAsync("/v2/pipelines/p/documents/d", """{"chunks":[]}""", "admin")).Ok();

        await harness.PostAsync("/v2/pipelines/p/claim", """{"worker_id":"w"}""", key);

        await IsAsync(harness, "worker_without_scope", status);
    }

    [Fact]
    public async Task LeaseOfADeadWorker()
    {
        await using var harness = await StagedAsync();
        await harness.ClaimAsync("dead", more: ""","lease_seconds":300""");
        await IsAsync(harness, "in_work", "'dead' works on it, attempt 1");

        harness.Clock.Advance(Minute * 4);

        await IsAsync(harness, "silent_holder", "'dead' holds it and has been silent for 4 min; its lease ends in 60 s");
        harness.Clock.Advance(Minute);
        await harness.ClaimAsync("next", more: ""","document_id_prefix":"x" """);
        await IsAsync(harness, "waiting_for_retry", "lease of worker 'dead' ran out");
    }

    [Fact]
    public async Task ChunksMissing()
    {
        await using var harness = await StagedAsync();
        harness.Gateway.LoseChunks("p", "d");
        await harness.ChunksAsync("d");

        await IsAsync(harness, "chunks_missing", "after 8 reads (1 so far) it fails");
    }

    [Fact]
    public async Task WaitingForARetry()
    {
        await using var harness = await StagedAsync();
        await TakeAndGiveBackAsync(harness, 1);

        await IsAsync(harness, "waiting_for_retry", "'w' released it 0 ms ago after attempt 1");
    }

    [Fact]
    public async Task BrokenEmbedder()
    {
        await using var harness = await StagedAsync();
        await TakeAndGiveBackAsync(harness, 4);

        await IsAsync(harness, "broken_handler", "claimed and released it 4 times, and nothing of the pipeline has been indexed");
    }

    [Fact]
    public async Task WrongStage()
    {
        await using var harness = await StagedAsync();
        await harness.SetStageAsync("review", string.Empty, "d");
        await IsAsync(harness, "wrong_stage", "'review', from which no worker claims");

        await harness.ClaimAsync("w");

        await IsAsync(harness, "wrong_stage", "worker 'w' claims from 'pending'");
    }

    [Fact]
    public async Task PausedFunction()
    {
        await using var harness = Harness.InProcess();
        (await harness.PostAsync("/v2/namespaces/n", """{"upsert_rows":[{"id":"r","text":"t"}]}""")).Ok();
        harness.Clock.Advance(Minute);
        (await harness.PutAsync("/v2/udfs/f", """{"spec":{"target_namespaces":["n"],"inputs":["text"],"worker":{"image":"i"}}}""")).Ok();
        (await harness.PostAsync("/v2/udfs/f/discover", "{}")).Ok();
        Assert.Equal("no_worker", await CauseAsync());

        (await harness.PostAsync("/_local/functions/f/pause", "{}")).Ok();
        Assert.Equal("paused_function", await CauseAsync());
        Assert.StartsWith("The function is paused, so claims get nothing", (await RowAsync()).GetProperty("why").GetString(), StringComparison.Ordinal);

        (await harness.PostAsync("/_local/functions/f/resume", "{}")).Ok();
        (await harness.PostAsync("/v2/udfs/f/claim", """{"worker_id":"w"}""")).Ok();
        Assert.Equal("in_work", await CauseAsync());
        (await harness.PostAsync("/v2/udfs/f/items/fail", """{"worker_id":"w","items":[{"namespace":"n","id":"r","kind":"transient","message":"no luck"}]}""")).Ok();
        Assert.Equal("waiting_for_retry", await CauseAsync());

        async Task<JsonElement> RowAsync() => (await harness.GetAsync("/_local/functions/f")).Ok().Json.GetProperty("rows")[0];

        async Task<string?> CauseAsync() => (await RowAsync()).GetProperty("cause").GetString();
    }

    [Fact]
    public async Task InjectedFault()
    {
        await using var harness = await StagedAsync();
        harness.Gateway.Faults.Add(new() { Operation = "claimDocuments" });
        await harness.PostAsync("/v2/pipelines/p/claim", """{"worker_id":"w"}""");

        await IsAsync(harness, "injected_fault", "answers 503 on claimDocuments (fault-1, 1 struck)");
        harness.Gateway.Faults.Clear();
        harness.Gateway.Faults.Add(new() { Pipeline = "other" });
        await IsAsync(harness, "no_worker", "no worker");
    }

    [Fact]
    public async Task StagedAgainWhileWorkedOn()
    {
        await using var harness = await StagedAsync();
        await harness.ClaimAsync("w");
        await harness.StageAsync("d");

        await IsAsync(harness, "staged_while_held", "staged again while worker 'w' held it");
    }

    [Fact]
    public async Task FailedByReason()
    {
        await using var harness = await StagedAsync(options => options.ChunkDeadLetterAttempts = 1);
        harness.Gateway.LoseChunks("p", "d");
        await harness.ChunksAsync("d");

        await IsAsync(harness, "failed", "because chunk bodies are missing");
    }

    [Fact]
    public async Task FailedByAWorker()
    {
        await using var harness = await StagedAsync();
        await harness.ClaimAsync("w");
        await harness.SetStageAsync("failed", ""","worker_id":"w" """, "d");

        await IsAsync(harness, "failed", "Worker 'w' moved it to failed 0 ms ago");
    }

    [Fact]
    public async Task PoisonThatKills()
    {
        await using var harness = await StagedAsync();
        for (var i = 0; i < 3; i++)
        {
            await harness.ClaimAsync($"w{i}", more: ""","lease_seconds":10""");
            harness.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        await IsAsync(harness, "poison", "ran out 3 times, the last one in the hands of worker 'w2'");
    }

    [Fact]
    public async Task Done()
    {
        await using var harness = await StagedAsync();
        await harness.IndexAsync("d");

        await IsAsync(harness, "done", "Indexed 0 ms ago");
    }

    [Fact]
    public async Task Timeline_HasWhatHappenedInItsOrder()
    {
        await using var harness = await StagedAsync(options => options.TimelineEntries = 100);
        await harness.ClaimAsync("w", more: ""","lease_seconds":60""");
        await harness.HeartbeatAsync("w", "d");
        harness.Clock.Advance(Minute);
        await harness.ClaimAsync("v");
        await harness.SetStageAsync("pending", ""","worker_id":"v","from_stage":"embedding" """, "d");
        await harness.StageAsync("d");
        await harness.IndexAsync("d");

        var timeline = (await DocumentAsync(harness)).GetProperty("timeline").EnumerateArray().Select(one => $"{one.GetProperty("event").GetString()} {(one.TryGetProperty("worker", out var worker) ? worker.GetString() : "")}".Trim());

        Assert.Equal(["staged", "claimed w", "renewed w", "expired w", "claimed v", "released v", "staged_again", "indexed"], timeline);
    }

    [Fact]
    public async Task Timeline_OlderThanTheRing_ForgetsTheOldest()
    {
        await using var harness = await StagedAsync(options => options.TimelineEntries = 2);
        await harness.StageAsync("d", "d");

        Assert.Equal(["staged_again", "staged_again"], (await DocumentAsync(harness)).GetProperty("timeline").EnumerateArray().Select(one => one.GetProperty("event").GetString()));
    }

    private static async Task<Harness> StagedAsync(Action<LocalGatewayOptions>? configure = null)
    {
        var harness = Harness.InProcess(configure);
        await harness.CreatePipelineAsync();
        await harness.StageAsync("d");
        return harness;
    }

    private static async Task TakeAndGiveBackAsync(Harness harness, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await harness.ClaimAsync("w");
            await harness.SetStageAsync("pending", ""","worker_id":"w","from_stage":"embedding" """, "d");
        }
    }

    private static async Task IsAsync(Harness harness, string cause, string said)
    {
        var document = await DocumentAsync(harness);
        Assert.Equal(cause, document.GetProperty("cause").GetString());
        var why = document.GetProperty("why").GetString()!;
        Assert.Contains(said, why, StringComparison.Ordinal);
        Assert.EndsWith(".", why, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> DocumentAsync(Harness harness) => (await harness.GetAsync("/_local/pipelines/p/documents/d")).Ok().Json;
}
