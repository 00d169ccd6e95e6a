namespace Hevlayer.Tests.Handles;

public sealed class SweepTests
{
    private const string Look = "GET /v2/udfs/f%2F1/status";
    private const string Discover = "POST /v2/udfs/f%2F1/discover";

    [Fact]
    public async Task Sweep_NewerSweepAndNothingLeft_IsWaitedFor()
    {
        var far = Far(Status(3, 0, 0), Status(3, 0, 0), Status(4, 2, 0), Status(4, 0, 1), Status(4, 0, 0, failed: 5));

        var status = await far.RunAsync(client => client.Function("f/1").DiscoverAndWaitAsync(["n", "m"]));

        Assert.Equal(5, status.FailedCount);
        Assert.Equal([Look, Discover, Look, Look, Look, Look], far.Calls);
        Assert.Equal([0, 0, 50, 150, 350], far.ArrivalsOf(Look));
        JsonAssert.Same("""{"namespaces":["n","m"]}""", far.Requests[1].Body);
    }

    [Fact]
    public async Task Sweep_WithoutNamespaces_LeavesThemToTheSpecification()
    {
        var far = Far(Status(0, 0, 0), Status(1, 0, 0));

        await far.RunAsync(client => client.Function("f/1").DiscoverAndWaitAsync());

        JsonAssert.Same("{}", far.Requests[1].Body);
    }

    [Fact]
    public async Task Sweep_NeverDone_EndsWithItsTimeOutAndTheCounts()
    {
        var far = Far(Status(0, 7, 2));

        var error = await far.FailAsync<HevlayerTimeoutException>(client => client.Function("f/1").DiscoverAndWaitAsync(options: new() { Timeout = TimeSpan.FromSeconds(4) }));

        Assert.Contains("7 rows pending, 2 held", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, (far.Clock.GetUtcNow() - FarEnd.Start).TotalSeconds, 0.1);
    }

    [Fact]
    public async Task Sweep_WrongOptions_StartsNothing()
    {
        var far = Far(Status(0, 0, 0));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => far.Client.Function("f/1").DiscoverAndWaitAsync(options: new() { FirstInterval = TimeSpan.Zero }));

        Assert.Empty(far.Requests);
    }

    internal static string Status(int sweeps, int pending, int processing, int failed = 0) => $$"""
        {"udf_id":"f/1","paused":false,"active_namespaces":[],"discovery":{"sweeps_completed":{{sweeps}}},"counts":{},
         "pending_count":{{pending}},"processing_count":{{processing}},"failed_count":{{failed}},"indexed_rate_per_min":0,"rate_window_seconds":60}
        """;

    private static FarEnd Far(params string[] looks) =>
        new FarEnd().On(Look, looks).On(Discover, """{"udf_id":"f/1","enqueued":1,"namespaces":["n"]}""");
}
