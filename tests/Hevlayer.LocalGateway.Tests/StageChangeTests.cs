namespace Hevlayer.Local.Tests;

public sealed class StageChangeTests : IAsyncLifetime
{
    private readonly Harness _gateway = Harness.InProcess();

    public async ValueTask InitializeAsync()
    {
        await _gateway.CreatePipelineAsync();
        await _gateway.StageAsync("a", "b");
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Release_HeldDocument_MakesItClaimableAtOnce()
    {
        await _gateway.ClaimAsync("w1", limit: 1);

        Assert.Equal(1, await _gateway.SetStageAsync("pending", ""","worker_id":"w1" """, "a"));

        Assert.Equal(["a", "b"], await _gateway.ClaimAsync("w2"));
    }

    [Fact]
    public async Task WorkerGuard_LostLease_ChangesNothing()
    {
        await _gateway.ClaimAsync("w1", limit: 1, more: ""","lease_seconds":5 """);
        _gateway.Clock.Advance(TimeSpan.FromSeconds(5));
        await _gateway.ClaimAsync("w2", limit: 1);

        Assert.Equal(0, await _gateway.SetStageAsync("failed", ""","worker_id":"w1" """, "a"));
        Assert.Equal(1, await _gateway.SetStageAsync("failed", ""","worker_id":"w2" """, "a"));
    }

    [Fact]
    public async Task FromStageGuard_OtherStage_ChangesNothing()
    {
        Assert.Equal(0, await _gateway.SetStageAsync("indexed", ""","from_stage":"embedding" """, "a"));
        Assert.Equal(1, await _gateway.SetStageAsync("indexed", ""","from_stage":"pending" """, "a"));
        Assert.Equal(0, await _gateway.SetStageAsync("indexed", ""","from_stage":"pending" """, "a"));
    }

    [Fact]
    public async Task NoGuard_AnyDocument_IsChangedAndLosesItsLease()
    {
        await _gateway.ClaimAsync("w1");

        Assert.Equal(2, await _gateway.SetStageAsync("failed", string.Empty, "a", "b", "ghost"));

        Assert.Equal(0, await _gateway.HeartbeatAsync("w1", "a", "b"));
        Assert.Equal(2, await _gateway.CountAsync("failed"));
    }

    [Fact]
    public async Task CreateMissing_AbsentDocuments_AreCreatedInTheStageAndCounted()
    {
        Assert.Equal(3, await _gateway.SetStageAsync("pending", ""","create_missing":true""", "a", "new1", "new2"));

        Assert.Equal(["a", "b", "new1", "new2"], await _gateway.ClaimAsync());
        Assert.Equal("[]", (await _gateway.ChunksAsync("new1")).Ok().Body);
    }
}
