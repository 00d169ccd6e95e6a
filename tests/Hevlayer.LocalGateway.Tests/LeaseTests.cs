namespace Hevlayer.Local.Tests;

public sealed class LeaseTests : IAsyncLifetime
{
    private readonly Harness _gateway = Harness.InProcess();

    public async ValueTask InitializeAsync()
    {
        await _gateway.CreatePipelineAsync();
        await _gateway.StageAsync("a", "b", "c");
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Claim_Limit_TakesTheOldestAndMovesThem()
    {
        Assert.Equal(["a", "b"], await _gateway.ClaimAsync(limit: 2));
        Assert.Equal(["c"], await _gateway.ClaimAsync());
        Assert.Empty(await _gateway.ClaimAsync());
        Assert.Equal(3, await _gateway.CountAsync("embedding"));
    }

    [Fact]
    public async Task Claim_Reply_EchoesTheTermsWithTheirDefaults()
    {
        var reply = (await _gateway.PostAsync("/v2/pipelines/p/claim", """{"worker_id":"w"}""")).Ok().Json;

        Assert.Equal("p", reply.GetProperty("pipeline_id").GetString());
        Assert.Equal("pending", reply.GetProperty("stage").GetString());
        Assert.Equal("embedding", reply.GetProperty("claim_stage").GetString());
        Assert.Equal("w", reply.GetProperty("worker_id").GetString());
    }

    [Fact]
    public async Task Claim_Prefix_TakesOnlyFittingIds()
    {
        await _gateway.StageAsync("x1", "x2");

        Assert.Equal(["x1", "x2"], await _gateway.ClaimAsync(more: ""","document_id_prefix":"x" """));
    }

    [Fact]
    public async Task Claim_OtherStages_BuildsAPipelineOfSeveralSteps()
    {
        Assert.Equal(["a"], await _gateway.ClaimAsync(limit: 1, more: ""","claim_stage":"extracting" """));
        Assert.Equal(1, await _gateway.SetStageAsync("extracted", ""","from_stage":"extracting","worker_id":"w" """, "a"));
        Assert.Equal(["a"], await _gateway.ClaimAsync(more: ""","stage":"extracted" """));
    }

    [Fact]
    public async Task Claim_StageThatIsHeld_LeavesTheHoldersAlone()
    {
        await _gateway.ClaimAsync("w1");

        Assert.Empty(await _gateway.ClaimAsync("w2", more: ""","stage":"embedding" """));
        Assert.Equal(3, await _gateway.HeartbeatAsync("w1", "a", "b", "c"));
    }

    [Theory]
    [InlineData("""{"worker_id":""}""", "worker_id")]
    [InlineData("""{"worker_id":"w","limit":0}""", "limit")]
    [InlineData("""{"worker_id":"w","lease_seconds":0}""", "lease_seconds")]
    [InlineData("""{"worker_id":"w","stage":""}""", "stage")]
    public async Task Claim_BadField_NamesIt(string body, string field)
    {
        var reply = await _gateway.PostAsync("/v2/pipelines/p/claim", body);

        Assert.Equal(422, (int)reply.Status);
        Assert.Contains(field, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lease_RunsOut_ReturnsTheDocumentToItsStageAndPlace()
    {
        await _gateway.ClaimAsync("w1", limit: 1, more: ""","lease_seconds":10 """);

        _gateway.Clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.Equal(["b"], await _gateway.ClaimAsync("w2", limit: 1));
        _gateway.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(["a", "c"], await _gateway.ClaimAsync("w2"));
    }

    [Fact]
    public async Task Lease_ClaimedFromFailed_ReturnsToFailed()
    {
        await _gateway.SetStageAsync("failed", string.Empty, "a");
        Assert.Equal(["a"], await _gateway.ClaimAsync(more: ""","stage":"failed","lease_seconds":1 """));

        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await _gateway.CountAsync("failed"));
    }

    [Fact]
    public async Task Heartbeat_InTime_GrantsTheClaimedLengthAgain()
    {
        await _gateway.ClaimAsync("w1", limit: 1, more: ""","lease_seconds":10 """);
        for (var beat = 0; beat < 5; beat++)
        {
            _gateway.Clock.Advance(TimeSpan.FromSeconds(9));
            Assert.Equal(1, await _gateway.HeartbeatAsync("w1", "a"));
        }

        Assert.Equal(["b", "c"], await _gateway.ClaimAsync("w2"));
        _gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(["a"], await _gateway.ClaimAsync("w2"));
    }

    [Fact]
    public async Task Heartbeat_ExpiredOrForeignOrUnknown_DoesNotCount()
    {
        await _gateway.ClaimAsync("w1", limit: 1, more: ""","lease_seconds":10 """);
        await _gateway.ClaimAsync("w2", limit: 1, more: ""","lease_seconds":60 """);

        Assert.Equal(1, await _gateway.HeartbeatAsync("w1", "a", "b", "c", "ghost"));
        _gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, await _gateway.HeartbeatAsync("w1", "a"));
        Assert.Equal(1, await _gateway.HeartbeatAsync("w2", "b", "b"));
    }

    [Fact]
    public async Task Heartbeat_OtherStage_DoesNotCount()
    {
        await _gateway.ClaimAsync("w1", more: ""","claim_stage":"extracting" """);

        Assert.Equal(0, await _gateway.HeartbeatAsync("w1", "a"));
    }

    [Fact]
    public async Task Claim_ByEightWorkersAtOnce_GivesEachDocumentToOne()
    {
        await _gateway.StageAsync([.. Enumerable.Range(0, 200).Select(i => $"d{i}")]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            var mine = new List<string>();
            for (var got = await _gateway.ClaimAsync($"w{worker}", limit: 7); got.Length > 0; got = await _gateway.ClaimAsync($"w{worker}", limit: 7))
            {
                mine.AddRange(got);
            }

            return mine;
        })));

        Assert.Equal(203, claims.Sum(claim => claim.Count));
        Assert.Equal(203, claims.SelectMany(claim => claim).Distinct().Count());
    }
}
