using System.Net;

namespace Hevlayer.Local.Tests;

/// <summary>The registration of functions, and what may stand in it.</summary>
public sealed class FunctionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_FillsInTheDefaultsAndRefusesTheIdTwice()
    {
        await using var bench = new FunctionBench();

        var udf = await bench.Api.CreateUdfAsync(new() { Id = "f", Spec = new() { Worker = new() { Image = "i" } } }, cancellationToken: Token);

        Assert.Equal(("v1", 60, 8, 32), (udf.Spec.Version, udf.Spec.Schedule!.DiscoveryIntervalSeconds, udf.Spec.Retry!.MaxAttempts, udf.Spec.Worker.BatchSize));
        Assert.Equal([UdfTrigger.Discovery], udf.Spec.Triggers);
        var error = await Assert.ThrowsAsync<HevlayerException>(() => bench.CreateAsync());
        Assert.Equal((HttpStatusCode.Conflict, "conflict"), (error.StatusCode, error.Code));
    }

    [Fact]
    public async Task Upsert_CreatesAndReplaces()
    {
        await using var bench = new FunctionBench();
        var made = await bench.Api.UpsertUdfAsync("f", new() { Spec = new() { Worker = new() } }, cancellationToken: Token);
        await bench.Api.PauseUdfAsync("f", cancellationToken: Token);
        bench.Pass(5);

        var replaced = await bench.Api.UpsertUdfAsync("f", new() { Spec = new() { Worker = new(), Inputs = ["x"] } }, cancellationToken: Token);

        Assert.Equal((made.CreatedAt, true), (replaced.CreatedAt, replaced.Paused));
        Assert.Equal(TimeSpan.FromSeconds(5), replaced.UpdatedAt - made.CreatedAt);
        var got = await bench.Api.GetUdfAsync("f", cancellationToken: Token);
        Assert.Equal(["x"], got.Udf.Spec.Inputs);
        Assert.Equal("f", Assert.Single((await bench.Api.ListUdfsAsync(cancellationToken: Token)).Udfs).Id);
    }

    [Fact]
    public async Task Delete_LeavesNothingToClaim()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync();

        await bench.Api.DeleteUdfAsync("f", cancellationToken: Token);

        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<HevlayerException>(() => bench.ClaimAsync())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<HevlayerException>(() => bench.Api.DeleteUdfAsync("f", cancellationToken: Token))).StatusCode);
    }

    [Theory]
    [InlineData("""{"worker":{},"triggers":["schedule"]}""")]
    [InlineData("""{"worker":{},"filter":["text","Eq"]}""")]
    [InlineData("""{"worker":{},"retry":{"max_attempts":0}}""")]
    [InlineData("""{"worker":{},"schedule":{"discovery_interval_seconds":0}}""")]
    [InlineData("""{"worker":{},"target_namespaces":[""]}""")]
    public async Task Specification_ThatCannotBeMeant_IsRefused(string spec)
    {
        await using var harness = Harness.InProcess();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await harness.PutAsync("/v2/udfs/f", $$"""{"spec":{{spec}}}""")).Status);
    }

    [Theory]
    [InlineData("_hevlayer_udf_f_v")]
    [InlineData("id")]
    public async Task Output_WithAReservedName_WritesNothing(string attribute)
    {
        await using var bench = await FunctionBench.WithRowsAsync("a", "b");
        await bench.CreateAsync();
        await bench.DiscoverAsync();
        await bench.ClaimAsync();

        var error = await Assert.ThrowsAsync<HevlayerException>(() => bench.Api.CompleteUdfItemsAsync(
            "f",
            new() { WorkerId = "w", Items = [new() { Namespace = "n", Id = "a", Attributes = new() { ["x"] = 1 } }, new() { Namespace = "n", Id = "b", Attributes = new() { [attribute] = 1 } }] },
            cancellationToken: Token));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, error.StatusCode);
        Assert.False((await bench.RowAsync("a")).ContainsKey("x"));
        Assert.Equal(1, await bench.CompleteAsync("a"));
    }

    [Fact]
    public async Task Output_WithAVectorOfAnotherWidth_KeepsTheRowInWork()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync();
        await bench.DiscoverAsync();
        await bench.ClaimAsync();

        await Assert.ThrowsAsync<HevlayerException>(() => bench.Api.CompleteUdfItemsAsync(
            "f", new() { WorkerId = "w", Items = [new() { Namespace = "n", Id = "a", Vector = new float[] { 1, 2, 3 } }] }, cancellationToken: Token));

        Assert.Equal(1, (await bench.StatusAsync()).ProcessingCount);
    }

    [Fact]
    public async Task Status_ComesFromACache()
    {
        await using var harness = Harness.InProcess(options => options.StatusCacheTime = TimeSpan.FromSeconds(15));
        (await harness.PostAsync("/v2/udfs", """{"id":"f","spec":{"worker":{}}}""")).Ok();
        await harness.GetAsync("/v2/udfs/f/status");
        (await harness.PostAsync("/v2/udfs/f/pause", "")).Ok();

        Assert.False((await harness.GetAsync("/v2/udfs/f/status")).Json.GetProperty("paused").GetBoolean());
        harness.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.True((await harness.GetAsync("/v2/udfs/f/status")).Json.GetProperty("paused").GetBoolean());
    }
}
