namespace Hevlayer.Workers.Tests;

public sealed class FunctionVersionTests
{
    [Fact]
    public async Task Version_OtherAtTheGateway_ComputesNothingUntilTheyAgree()
    {
        var handled = 0;
        await using var host = await FunctionHost.WithAsync(
            (item, _) =>
            {
                handled++;
                return Task.FromResult(FunctionHost.Caption(item));
            },
            static options => options.Version = "v2",
            static spec => spec with { Version = "v1" });
        await host.PutAsync("a", "b", "c");
        await host.Host.StartAsync();
        await host.Host.RunAsync(() => Task.Delay(TimeSpan.FromSeconds(60), host.Host.Clock!, TestContext.Current.CancellationToken));
        Assert.Equal((0, 0), (handled, host.Status.Completed));
        Assert.Equal(3, host.Status.Claimed);
        Assert.Contains("has version 'v1' at the gateway, and this worker computes 'v2'", host.Status.LastClaimError, StringComparison.Ordinal);
        Assert.Single(host.Log.Of(LogIds.OtherVersion));

        await host.Host.RunAsync(() => host.Host.Client.Function(FunctionHost.Function).EnsureVersionAsync(FunctionHost.Spec with { Version = "v2" }, cancellationToken: TestContext.Current.CancellationToken));
        await host.DrainAsync();

        Assert.Equal((3, 3), (handled, host.Status.Completed));
        Assert.Equal("v2", (await host.RowAsync("c")).GetString("_hevlayer_udf_captions_v"));
    }

    [Fact]
    public async Task Register_NewVersion_HasAllRowsDoneAgain()
    {
        await using var host = await FunctionHost.WithAsync(
            static (item, _) => Task.FromResult(FunctionResult.Write("caption", $"second caption of {item.Id}")),
            static options => options.Register(FunctionHost.Spec with { Version = "v2" }),
            static spec => spec with { Version = "v1" });
        await host.PutAsync("a", "b");
        var claim = await host.Api.ClaimUdfItemsAsync(FunctionHost.Function, new() { WorkerId = "old" }, cancellationToken: TestContext.Current.CancellationToken);
        await host.Host.StartAsync();
        await host.Host.RunAsync(() => Task.Delay(TimeSpan.FromSeconds(40), host.Host.Clock!, TestContext.Current.CancellationToken));
        Assert.Equal((2, 0), (claim.Items.Count, host.Status.Claimed));

        // What the old worker still completes while its rows are waited for is found again.
        var completed = await host.Api.CompleteUdfItemsAsync(
            FunctionHost.Function,
            new() { WorkerId = "old", Items = [.. claim.Items.Select(static item => new UdfCompleteItem { Namespace = item.Namespace, Id = item.Id, Attributes = new() { ["caption"] = "old" } })] },
            cancellationToken: TestContext.Current.CancellationToken);
        await host.Host.RunAsync(() => host.Log.WhenAsync(static entry => entry.Id == LogIds.FunctionEnsured));
        await host.Host.RunAsync(() => host.Host.Client.Function(FunctionHost.Function).DiscoverAndWaitAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((2, 2), (completed.Updated, host.Status.Completed));
        Assert.Equal(("second caption of a", "v2"), ((await host.RowAsync("a")).GetString("caption"), (await host.RowAsync("a")).GetString("_hevlayer_udf_captions_v")));
    }

    [Fact]
    public async Task Register_NewFunction_IsCreated()
    {
        await using var host = await FunctionHost.StartAsync(static workers => workers.AddFunction(
            "titles",
            static (_, _) => Task.FromResult(FunctionResult.Done),
            static options => options.Register(FunctionHost.Spec with { Version = "v1" })));
        await host.PutAsync("a");
        await host.Host.StartAsync();
        await host.Host.RunAsync(() => host.Log.WhenAsync(static entry => entry.Id == LogIds.FunctionEnsured));
        await host.Host.RunAsync(() => host.Host.Client.Function("titles").DiscoverAndWaitAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("v1", (await host.RowAsync("a")).GetString("_hevlayer_udf_titles_v"));
    }

    [Fact]
    public async Task Register_OlderVersion_ReplacesNothingAndClaimsNothing()
    {
        await using var host = await FunctionHost.WithAsync(
            static (item, _) => Task.FromResult(FunctionHost.Caption(item)),
            static options => options.Register(FunctionHost.Spec with { Version = "v9" }),
            static spec => spec with { Version = "v10" });
        await host.PutAsync("a");
        await host.Host.StartAsync();
        await host.Host.RunAsync(() => Task.Delay(TimeSpan.FromSeconds(30), host.Host.Clock!, TestContext.Current.CancellationToken));

        Assert.Equal(0, host.Status.Claimed);
        Assert.Contains("'v9' is older", host.Status.LastClaimError, StringComparison.Ordinal);
        Assert.Equal("v10", (await host.Api.GetUdfAsync(FunctionHost.Function, cancellationToken: TestContext.Current.CancellationToken)).Udf.Spec.Version);
    }

    [Theory]
    [InlineData("other", 25, false)]
    [InlineData("other", 240, true)]
    [InlineData("second-pending", 120, true)]
    public async Task Register_AnotherVersionComesLater_IsReplacedWhenItStaysOrIsUnfinished(string theirs, int seconds, bool isReplaced)
    {
        await using var host = await FunctionHost.WithAsync(
            static (item, _) => Task.FromResult(FunctionHost.Caption(item)),
            static options =>
            {
                options.VersionPatience = TimeSpan.FromSeconds(60);
                options.Register(FunctionHost.Spec with { Version = "second" });
            },
            static spec => spec with { Version = "second" });
        await host.Host.StartAsync();
        await host.Host.RunAsync(() => host.Log.WhenAsync(static entry => entry.Id == LogIds.FunctionEnsured));
        await host.Api.UpsertUdfAsync(FunctionHost.Function, new() { Spec = FunctionHost.Spec with { Version = theirs } }, cancellationToken: TestContext.Current.CancellationToken);
        await host.PutAsync("a");

        await host.Host.RunAsync(() => Task.Delay(TimeSpan.FromSeconds(seconds), host.Host.Clock!, TestContext.Current.CancellationToken));

        var udf = await host.Api.GetUdfAsync(FunctionHost.Function, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(isReplaced ? "second" : theirs, udf.Udf.Spec.Version);
        Assert.Equal(isReplaced ? 1 : 0, host.Status.Completed);
    }
}
