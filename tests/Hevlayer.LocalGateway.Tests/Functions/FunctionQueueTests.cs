using System.Net;

namespace Hevlayer.Local.Tests;

/// <summary>Claims, leases, failures and pauses of a function.</summary>
public sealed class FunctionQueueTests
{
    [Fact]
    public async Task Fail_OverAThousandTimesWithoutAPause_IsClaimedAtOnceEachTime()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync(change: spec => spec with { Retry = new() { MaxAttempts = 2000, InitialBackoffSeconds = 0 } });
        await bench.DiscoverAsync();

        for (var failures = 1; failures <= 1100; failures++)
        {
            Assert.Equal(["a"], await bench.ClaimAsync());
            Assert.Equal(1, await bench.FailAsync("a", UdfErrorKind.Transient));
        }

        Assert.Equal((1, 0), ((await bench.StatusAsync()).PendingCount, (await bench.StatusAsync()).FailedCount));
    }

    [Fact]
    public async Task Claim_GivesTheDeclaredInputsInTheOrderOfQueueing()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a", "b", "c");
        await bench.CreateAsync();
        Assert.Equal(3, await bench.DiscoverAsync());

        var claim = await bench.Api.ClaimUdfItemsAsync("f", new() { WorkerId = "w", Limit = 2 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b"], claim.Items.Select(item => item.Id));
        Assert.Equal(new AttributeMap { ["text"] = "text of a" }, claim.Items[0].Input);
        Assert.Equal(["c"], await bench.ClaimAsync());
        Assert.Empty(await bench.ClaimAsync());
    }

    [Fact]
    public async Task Lease_ThatRunsOut_GivesTheRowToTheNextAndRefusesTheLateOne()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync();
        await bench.DiscoverAsync();
        await bench.ClaimAsync(worker: "slow", lease: 10);

        bench.Pass(9.9);
        Assert.Empty(await bench.ClaimAsync(worker: "next"));
        bench.Pass(0.1);

        Assert.Equal(["a"], await bench.ClaimAsync(worker: "next"));
        Assert.Equal(0, await bench.CompleteAsync("a", worker: "slow"));
        Assert.Equal(0, await bench.HeartbeatAsync("a", "slow"));
        Assert.Equal(1, await bench.CompleteAsync("a", worker: "next"));
        Assert.Equal(0, await bench.CompleteAsync("a", worker: "next"));
    }

    [Theory]
    [InlineData(null, 120)]
    [InlineData(30L, 30)]
    public async Task Heartbeat_GrantsTheClaimedLengthAgain(long? lease, int seconds)
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync();
        await bench.DiscoverAsync();
        await bench.ClaimAsync(lease: lease);

        for (var beat = 0; beat < 3; beat++)
        {
            bench.Pass(seconds - 1);
            Assert.Equal(1, await bench.HeartbeatAsync("a"));
        }

        bench.Pass(seconds);
        Assert.Equal(["a"], await bench.ClaimAsync(worker: "next"));
    }

    [Fact]
    public async Task TransientFailure_WaitsLongerEachTimeAndIsGivenUpAtTheLimit()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync(change: spec => spec with { Retry = new() { MaxAttempts = 4, InitialBackoffSeconds = 5, MaxBackoffSeconds = 8 } });
        await bench.DiscoverAsync();
        foreach (var pause in (int[])[5, 8, 8])
        {
            Assert.Equal(["a"], await bench.ClaimAsync());
            Assert.Equal(1, await bench.FailAsync("a", UdfErrorKind.Transient));
            Assert.Equal(1, (await bench.StatusAsync()).PendingCount);
            bench.Pass(pause - 0.1);
            Assert.Empty(await bench.ClaimAsync());
            bench.Pass(0.1);
        }

        await bench.ClaimAsync();
        await bench.FailAsync("a", UdfErrorKind.Transient);

        var status = await bench.StatusAsync();
        Assert.Equal((0, 0, 1), (status.PendingCount, status.ProcessingCount, status.FailedCount));
        bench.Pass(3600);
        Assert.Empty(await bench.ClaimAsync());
        Assert.Equal(0, await bench.DiscoverAsync());
    }

    [Fact]
    public async Task PermanentFailure_IsGivenUpAtOnceUntilItIsReset()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a", "b");
        await bench.CreateAsync(change: spec => spec with { Retry = new() { MaxAttempts = 2 } });
        await bench.DiscoverAsync();
        await bench.ClaimAsync();
        await bench.FailAsync("a", UdfErrorKind.Permanent);
        Assert.Equal(0, await bench.FailAsync("b", UdfErrorKind.Permanent, worker: "other"));
        Assert.Equal(new Dictionary<string, long> { ["failed"] = 1, ["processing"] = 1 }, (await bench.StatusAsync()).Counts);

        Assert.Equal(1, (await bench.Api.ResetFailedUdfAsync("f", cancellationToken: TestContext.Current.CancellationToken)).Updated);
        Assert.Equal(0, (await bench.Api.ResetFailedUdfAsync("f", cancellationToken: TestContext.Current.CancellationToken)).Updated);

        Assert.Equal(["a"], await bench.ClaimAsync());
        await bench.FailAsync("a", UdfErrorKind.Transient);
        Assert.Equal(1, (await bench.StatusAsync()).PendingCount);
    }

    [Fact]
    public async Task Pause_StopsClaimsAndNothingElse()
    {
        var token = TestContext.Current.CancellationToken;
        await using var bench = await FunctionBench.WithRowsAsync("a", "b");
        await bench.CreateAsync();
        await bench.DiscoverAsync();
        await bench.ClaimAsync(limit: 1);

        Assert.True((await bench.Api.PauseUdfAsync("f", cancellationToken: token)).Paused);

        Assert.Empty(await bench.ClaimAsync());
        Assert.True((await bench.StatusAsync()).Paused);
        Assert.Equal(1, await bench.HeartbeatAsync("a"));
        Assert.Equal(1, await bench.CompleteAsync("a"));
        Assert.False((await bench.Api.ResumeUdfAsync("f", cancellationToken: token)).Paused);
        Assert.Equal(["b"], await bench.ClaimAsync());
    }

    [Fact]
    public async Task Row_DeletedBeforeItsClaim_IsDroppedFromTheQueue()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a", "b");
        await bench.CreateAsync();
        await bench.DiscoverAsync();
        await bench.Layer.Namespace("n").WriteAsync(new() { Deletes = ["a"] }, TestContext.Current.CancellationToken);

        Assert.Equal(["b"], await bench.ClaimAsync());
        Assert.Equal(0, (await bench.StatusAsync()).PendingCount);
    }

    [Fact]
    public async Task Row_DeletedWhileInWork_StaysDeleted()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a", "b");
        await bench.CreateAsync();
        await bench.DiscoverAsync();
        await bench.ClaimAsync();
        await bench.Layer.Namespace("n").WriteAsync(new() { Deletes = ["a"] }, TestContext.Current.CancellationToken);

        Assert.Equal(1, await bench.CompleteAsync("a"));

        var error = await Assert.ThrowsAsync<HevlayerException>(() => bench.RowAsync("a"));
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
    }

    [Theory]
    [InlineData("worker_id", """{"worker_id":""}""")]
    [InlineData("limit", """{"worker_id":"w","limit":0}""")]
    [InlineData("lease_seconds", """{"worker_id":"w","lease_seconds":0}""")]
    public async Task Claim_WithAValueOutOfRange_IsRefusedByName(string field, string body)
    {
        await using var harness = Harness.InProcess();
        (await harness.PostAsync("/v2/udfs", """{"id":"f","spec":{"worker":{}}}""")).Ok();

        var reply = await harness.PostAsync("/v2/udfs/f/claim", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.StartsWith(field, reply.Message, StringComparison.Ordinal);
    }
}
