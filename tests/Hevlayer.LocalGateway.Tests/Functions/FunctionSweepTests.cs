using System.Text.Json;

namespace Hevlayer.Local.Tests;

/// <summary>How a function finds its rows, and which mark tells that it is done with one.</summary>
public sealed class FunctionSweepTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Complete_WritesOutputsAndTheMarkOfTheVersion()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync("my-captions", spec => spec with { Version = "7" });
        await bench.DiscoverAsync("my-captions");
        await bench.ClaimAsync("my-captions");

        Assert.Equal(1, (await bench.Api.CompleteUdfItemsAsync(
            "my-captions",
            new() { WorkerId = "w", Items = [new() { Namespace = "n", Id = "a", Vector = new float[] { 0, 1 }, Attributes = new() { ["caption"] = "A." } }] },
            cancellationToken: Token)).Updated);

        Assert.Equal(
            new AttributeMap { ["text"] = "text of a", ["other"] = 1, ["caption"] = "A.", ["_hevlayer_udf_my_captions_v"] = "7" },
            await bench.RowAsync("a"));
        var near = await bench.Layer.Namespace("n").QueryAsync(new QueryRequest { Vector = new float[] { 0, 1 } }, cancellationToken: Token);
        Assert.Equal(0, near.Rows[0].Distance);
        Assert.Equal(0, await bench.DiscoverAsync("my-captions"));
    }

    [Fact]
    public async Task Discover_TakesWhatTheFilterLetsPass()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a", "b");
        await bench.CreateAsync(change: spec => spec with { Filter = JsonDocument.Parse("""["text","Eq","text of b"]""").RootElement });

        var found = await bench.Api.DiscoverUdfAsync("f", new(), cancellationToken: Token);

        Assert.Equal((1, "n"), (found.Enqueued, Assert.Single(found.Namespaces)));
        Assert.Equal(["b"], await bench.ClaimAsync());
    }

    [Fact]
    public async Task NewVersion_FindsDoneAndFailedRowsAgain()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a", "b");
        var first = await bench.CreateAsync();
        Assert.Equal("v1", first.Spec.Version);
        await bench.DiscoverAsync();
        await bench.ClaimAsync();
        await bench.CompleteAsync("a");
        await bench.FailAsync("b", UdfErrorKind.Permanent);

        await bench.Api.UpsertUdfAsync("f", new() { Spec = first.Spec with { Version = "v2" } }, cancellationToken: Token);

        Assert.Equal(2, await bench.DiscoverAsync());
        Assert.Equal(0, (await bench.StatusAsync()).FailedCount);
        Assert.Equal(["a", "b"], (await bench.ClaimAsync()).Order());
    }

    [Fact]
    public async Task RowThatIsPutAnew_IsFoundAgain()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync();
        await bench.DiscoverAsync();
        await bench.ClaimAsync();
        await bench.CompleteAsync("a");

        await bench.PutAsync("a");

        Assert.Equal(1, await bench.DiscoverAsync());
    }

    [Fact]
    public async Task Sweeps_RunByTheClock()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync(change: spec => spec with { Triggers = [UdfTrigger.Discovery], Schedule = new() { DiscoveryIntervalSeconds = 10 } });
        Assert.Equal(["a"], await bench.ClaimAsync());
        bench.Pass(1);
        await bench.PutAsync("b");
        Assert.Empty(await bench.ClaimAsync());

        bench.Pass(9);

        Assert.Equal(["b"], await bench.ClaimAsync());
        bench.Pass(35);
        var discovery = (await bench.StatusAsync()).Discovery;
        Assert.Equal(5, discovery.SweepsCompleted);
        Assert.Equal(new DateTimeOffset(2026, 8, 20, 12, 0, 40, TimeSpan.Zero), discovery.LastCompletedAt);
    }

    [Fact]
    public async Task WithoutTheTrigger_NothingIsSweptByItself()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync();

        bench.Pass(3600);

        var status = await bench.StatusAsync();
        Assert.Equal((0, 0), (status.Discovery.SweepsCompleted, status.PendingCount));
        Assert.Null(status.Discovery.LastCompletedAt);
    }

    [Fact]
    public async Task Write_QueuesTheRowWhenItIsATrigger()
    {
        await using var bench = new FunctionBench();
        await bench.CreateAsync(change: spec => spec with { Triggers = [UdfTrigger.Write] });
        await bench.Layer.EnsurePipelineAsync("p", "n", cancellationToken: Token);
        await bench.Layer.PutChunksAsync("p", "doc", [new() { Id = "doc#0" }], Token);

        await bench.PutAsync("a");
        await bench.Layer.PutVectorsAsync("p", "doc", [new() { Id = "doc#0", Vector = new float[] { 1, 1 } }], Token);
        await bench.Layer.Namespace("elsewhere").WriteAsync(new() { UpsertRows = [new() { Id = "x" }] }, Token);

        Assert.Equal(["a", "doc#0"], await bench.ClaimAsync());
        await bench.CompleteAsync("a");
        Assert.Empty(await bench.ClaimAsync());
    }

    [Fact]
    public async Task Output_IsTheNextFunctionsInput()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync();
        await bench.CreateAsync("next", spec => spec with { Triggers = [UdfTrigger.Write], Inputs = ["caption"] });
        await bench.DiscoverAsync();
        await bench.ClaimAsync();

        await bench.CompleteAsync("a", attributes: new() { ["caption"] = "A." });

        var claim = await bench.Api.ClaimUdfItemsAsync("next", new() { WorkerId = "w" }, cancellationToken: Token);
        Assert.Equal("A.", claim.Items[0].Input.GetString("caption"));
    }

    [Fact]
    public async Task Invalidates_MakesTheOthersResultStale()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync("summary");
        await bench.CreateAsync(change: spec => spec with { Invalidates = ["summary"] });
        await CompleteAllAsync(bench, "summary");
        Assert.Equal(0, await bench.DiscoverAsync("summary"));

        bench.Pass(1);
        await CompleteAllAsync(bench, "f");

        Assert.Equal(1, await bench.DiscoverAsync("summary"));
        await CompleteAllAsync(bench, "summary");
        Assert.Equal(0, await bench.DiscoverAsync("summary"));
    }

    [Fact]
    public async Task Invalidates_WhileTheOtherIsInWork_IsNotForgotten()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.CreateAsync("summary");
        await bench.CreateAsync(change: spec => spec with { Invalidates = ["summary"] });
        await bench.DiscoverAsync("summary");
        await bench.ClaimAsync("summary");

        bench.Pass(1);
        await CompleteAllAsync(bench, "f");
        await bench.CompleteAsync("a", "summary");

        Assert.Equal(1, await bench.DiscoverAsync("summary"));
    }

    [Fact]
    public async Task SweepAndWait_EndsWhenAWorkerHasDoneTheRows()
    {
        await using var bench = await FunctionBench.WithRowsAsync("a");
        await bench.Layer.Function("f").EnsureAsync(new() { TargetNamespaces = ["n"], Inputs = ["text"], Worker = new() }, Token);
        await bench.Layer.Function("f").EnsureAsync(new() { TargetNamespaces = ["n"], Inputs = ["text"], Worker = new() }, Token);
        var sweep = bench.Layer.Function("f").DiscoverAndWaitAsync(cancellationToken: Token);

        await bench.ClaimAsync();
        await bench.CompleteAsync("a");
        while (!sweep.IsCompleted)
        {
            bench.Pass(1);
            await Task.Yield();
        }

        Assert.Equal((0, 0), ((await sweep).PendingCount, (await sweep).FailedCount));
    }

    private static async Task CompleteAllAsync(FunctionBench bench, string id)
    {
        await bench.DiscoverAsync(id);
        foreach (var row in await bench.ClaimAsync(id))
        {
            await bench.CompleteAsync(row, id);
        }
    }
}
