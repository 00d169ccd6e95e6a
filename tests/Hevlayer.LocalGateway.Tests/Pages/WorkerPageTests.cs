namespace Hevlayer.Local.Tests;

/// <summary>The page of workers counts those who called in the last minute, whether they hold anything or not.</summary>
public sealed class WorkerPageTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task WorkerThatFindsNothing_IsSeen()
    {
        await using var harness = Harness.InProcess();
        await harness.CreatePipelineAsync();

        Assert.Empty(await harness.ClaimAsync("idle"));

        await AreAsync(harness, "idle");
    }

    [Fact]
    public async Task WorkerThatOnlyRenews_IsSeen()
    {
        await using var harness = Harness.InProcess();
        await harness.CreatePipelineAsync();

        await harness.HeartbeatAsync("keeper", "unknown");

        await AreAsync(harness, "keeper");
    }

    [Fact]
    public async Task WorkerThatOnlyMovesADocument_IsSeen()
    {
        await using var harness = Harness.InProcess();
        await harness.CreatePipelineAsync();
        await harness.StageAsync("d");

        await harness.SetStageAsync("failed", ""","worker_id":"mover" """, "d");

        await AreAsync(harness, "mover");
    }

    [Fact]
    public async Task HolderThatHasNotCalledForAMinute_IsNotSeen()
    {
        await using var harness = Harness.InProcess();
        await harness.CreatePipelineAsync();
        await harness.StageAsync("d");
        await harness.ClaimAsync("holder", more: ""","lease_seconds":900""");
        harness.Clock.Advance(Minute);
        await AreAsync(harness, "holder");

        harness.Clock.Advance(TimeSpan.FromSeconds(1));

        await AreAsync(harness);
        await harness.HeartbeatAsync("holder", "d");
        await AreAsync(harness, "holder");
    }

    [Fact]
    public async Task HolderWhoseDocumentsOthersWrite_IsNotSeenBecauseOfThat()
    {
        await using var harness = Harness.InProcess();
        await harness.CreatePipelineAsync();
        await harness.StageAsync("d");
        await harness.ClaimAsync("holder", more: ""","lease_seconds":900""");
        harness.Clock.Advance(Minute * 2);

        (await harness.IndexAsync("d")).Ok();

        await AreAsync(harness);
    }

    [Fact]
    public async Task WorkerOfAFunction_IsSeenByEachOfItsCalls()
    {
        await using var harness = Harness.InProcess();
        (await harness.PutAsync("/v2/udfs/f", """{"spec":{"target_namespaces":["n"],"inputs":["text"],"worker":{"image":"i"}}}""")).Ok();
        (await harness.PostAsync("/v2/udfs/f/claim", """{"worker_id":"idle"}""")).Ok();
        (await harness.PostAsync("/v2/udfs/f/items/heartbeat", """{"worker_id":"keeper","items":[{"namespace":"n","id":"r"}]}""")).Ok();
        (await harness.PostAsync("/v2/udfs/f/items/complete", """{"worker_id":"writer","items":[{"namespace":"n","id":"r"}]}""")).Ok();
        (await harness.PostAsync("/v2/udfs/f/items/fail", """{"worker_id":"loser","items":[{"namespace":"n","id":"r","kind":"transient"}]}""")).Ok();

        Assert.Equal(["idle", "keeper", "loser", "writer"], await SeenAsync(harness));
    }

    private static async Task AreAsync(Harness harness, params string[] expected)
    {
        Assert.Equal(expected, await SeenAsync(harness));
        Assert.Equal(expected.Length, (await harness.GetAsync("/_local/pipelines")).Ok().Json.GetProperty("pipelines")[0].GetProperty("workers_seen").GetInt32());
    }

    private static async Task<IEnumerable<string?>> SeenAsync(Harness harness) =>
        (await harness.GetAsync("/_local/workers")).Ok().Json.GetProperty("workers").EnumerateArray().Select(static worker => worker.GetProperty("worker").GetString()).ToList();
}
