using System.Text.Json;

namespace Hevlayer.Local.Tests;

/// <summary>A fault is named as the cause only where it has struck a call for the document and nothing has gone well since.</summary>
public sealed class WhyFaultTests
{
    private const string Release = ""","worker_id":"w","from_stage":"embedding" """;

    [Fact]
    public async Task FaultThatNeverStruck_IsNamedAfterTheCause()
    {
        await using var harness = await StagedAsync();
        harness.Gateway.Faults.Add(new() { Operation = "claimDocuments" });

        var why = await IsAsync(harness, "no_worker", "no worker has asked in the last minute");

        Assert.EndsWith("; fault-1 is set, too, and answers 503 on claimDocuments, but holds nothing up here so far.", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultOfAnotherPipeline_IsNotNamed()
    {
        await using var harness = await StagedAsync();
        harness.Gateway.Faults.Add(new() { Pipeline = "other" });

        Assert.DoesNotContain("fault", await IsAsync(harness, "no_worker", "no worker"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultThatStruckAnotherPipeline_IsNoCauseHere()
    {
        await using var harness = await StagedAsync();
        (await harness.PostAsync("/v2/pipelines", """{"id":"q","target_namespace":"n"}""")).Ok();
        harness.Gateway.Faults.Add(new() { Operation = "claimDocuments" });
        await harness.PostAsync("/v2/pipelines/q/claim", """{"worker_id":"w"}""");

        await IsAsync(harness, "no_worker", "no worker");
    }

    [Fact]
    public async Task FaultThatStruckAnotherDocument_IsNoCauseHere()
    {
        await using var harness = await StagedAsync("d", "e");
        await harness.ClaimAsync();
        harness.Gateway.Faults.Add(new() { Operation = "getPipelineDocumentChunks" });
        await harness.ChunksAsync("e");

        await IsAsync(harness, "in_work", "'w' works on it");
        await harness.ChunksAsync("d");
        await IsAsync(harness, "injected_fault", "answers 503 on getPipelineDocumentChunks (fault-1, 2 struck), so its worker is held up");
    }

    [Fact]
    public async Task FaultThatClaimsGetPast_IsNotTheCause()
    {
        await using var harness = await StagedAsync([.. Enumerable.Range(0, 20).Select(i => $"a{i}"), "d"]);
        harness.Gateway.Faults.Add(new() { Operation = "claimDocuments", Probability = 0.5, Seed = 1 });
        await ClaimUntilAsync(503);
        await IsAsync(harness, "injected_fault", "workers cannot claim it");

        await ClaimUntilAsync(200);

        await IsAsync(harness, "waiting", "worker 'w' claims from 'pending'");

        async Task ClaimUntilAsync(int status)
        {
            while ((int)(await harness.PostAsync("/v2/pipelines/p/claim", """{"worker_id":"w","limit":1}""")).Status != status)
            {
            }
        }
    }

    [Theory]
    [InlineData(""","stage":"review" """)]
    [InlineData(""","document_id_prefix":"x" """)]
    public async Task FaultOnClaimsOfOtherDocuments_IsNotTheCause(string more)
    {
        await using var harness = await StagedAsync();
        harness.Gateway.Faults.Add(new() { Operation = "claimDocuments" });
        await harness.PostAsync("/v2/pipelines/p/claim", $$"""{"worker_id":"w"{{more}}}""");

        await IsAsync(harness, "no_worker", "no worker");
    }

    [Fact]
    public async Task FaultThatIsSpent_IsNotTheCause()
    {
        await using var harness = await StagedAsync();
        harness.Gateway.Faults.Add(new() { Operation = "claimDocuments", Count = 1 });
        await harness.PostAsync("/v2/pipelines/p/claim", """{"worker_id":"w"}""");

        Assert.DoesNotContain("fault", await IsAsync(harness, "no_worker", "no worker"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultThatIsSpentButKeepsACallWaiting_IsTheCauseUntilItIsRemoved()
    {
        await using var harness = await StagedAsync();
        await harness.ClaimAsync();
        harness.Gateway.Faults.Add(new() { Operation = "getPipelineDocumentChunks", Effect = FaultEffect.Stall, Count = 1 });
        var read = harness.ChunksAsync("d");

        await IsAsync(harness, "injected_fault", "keeps it waiting until the fault is removed");
        harness.Gateway.Faults.Clear();
        (await read).Ok();
        await IsAsync(harness, "in_work", "'w' works on it");
    }

    [Fact]
    public async Task FaultThatDelays_IsTheCauseWhileACallWaits()
    {
        await using var harness = await StagedAsync();
        await harness.ClaimAsync();
        harness.Gateway.Faults.Add(new() { Operation = "getPipelineDocumentChunks", Effect = FaultEffect.Delay, Delay = TimeSpan.FromSeconds(30) });
        var read = harness.ChunksAsync("d");

        await IsAsync(harness, "injected_fault", "waits 30 s");
        harness.Clock.Advance(TimeSpan.FromSeconds(30));
        (await read).Ok();
        await IsAsync(harness, "in_work", "'w' works on it");
    }

    [Fact]
    public async Task FaultThatLostTheReplyOfTheClaim_IsTheCauseOfTheDocumentsThatItTook()
    {
        await using var harness = await StagedAsync("d", "e");
        harness.Gateway.Faults.Add(new() { Operation = "claimDocuments", Effect = FaultEffect.LoseReply });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => harness.PostAsync("/v2/pipelines/p/claim", """{"worker_id":"w","limit":1}"""));

        await IsAsync(harness, "injected_fault", "does the work and loses the reply on claimDocuments (fault-1, 1 struck), so its worker is held up");
    }

    [Fact]
    public async Task FaultThatMakesWorkersReleaseADocument_ComesBeforeABrokenHandler()
    {
        await using var harness = await StagedAsync();
        harness.Gateway.Faults.Add(new() { Operation = "getPipelineDocumentChunks" });
        for (var i = 0; i < 4; i++)
        {
            await harness.ClaimAsync();
            await harness.ChunksAsync("d");
            await harness.SetStageAsync("pending", Release, "d");
        }

        await IsAsync(harness, "injected_fault", "answers 503 on getPipelineDocumentChunks (fault-1, 4 struck)");
    }

    [Fact]
    public async Task FaultOfAnEarlierHold_IsNotTheCauseOfThisOne()
    {
        await using var harness = await StagedAsync();
        harness.Gateway.Faults.Add(new() { Operation = "heartbeatDocuments" });
        await harness.ClaimAsync("dead", more: ""","lease_seconds":60""");
        await harness.PostAsync("/v2/pipelines/p/documents/heartbeat", """{"worker_id":"dead","document_ids":["d"]}""");
        await IsAsync(harness, "injected_fault", "answers 503 on heartbeatDocuments");
        harness.Clock.Advance(TimeSpan.FromSeconds(60));

        await harness.ClaimAsync("next");

        await IsAsync(harness, "in_work", "'next' works on it, attempt 2");
    }

    [Fact]
    public async Task FaultThatStrikesEachClaim_IsWhatThePipelineSays()
    {
        await using var harness = await StagedAsync();
        harness.Gateway.Faults.Add(new() { Operation = "claimDocuments" });
        Assert.Equal("no_worker", await CauseAsync());

        await harness.PostAsync("/v2/pipelines/p/claim", """{"worker_id":"w"}""");

        Assert.Equal("injected_fault", await CauseAsync());

        async Task<string?> CauseAsync() => (await harness.GetAsync("/_local/pipelines")).Ok().Json.GetProperty("pipelines")[0].GetProperty("cause").GetString();
    }

    private static async Task<Harness> StagedAsync(params string[] ids)
    {
        var harness = Harness.InProcess();
        await harness.CreatePipelineAsync();
        await harness.StageAsync(ids is [] ? ["d"] : ids);
        return harness;
    }

    private static async Task<string> IsAsync(Harness harness, string cause, string said)
    {
        JsonElement document = (await harness.GetAsync("/_local/pipelines/p/documents/d")).Ok().Json;
        var why = document.GetProperty("why").GetString()!;
        Assert.Equal((cause, why), (document.GetProperty("cause").GetString(), why));
        Assert.Contains(said, why, StringComparison.Ordinal);
        return why;
    }
}
