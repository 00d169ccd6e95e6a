namespace Hevlayer.Tests.Handles;

public sealed class EnsureVersionTests
{
    private const string Create = "POST /v2/udfs";
    private const string Get = "GET /v2/udfs/f%2F1";
    private const string Put = "PUT /v2/udfs/f%2F1";
    private const string Look = "GET /v2/udfs/f%2F1/status";

    private static UdfSpec Spec => new() { Version = "v2", Inputs = ["text"], Worker = new() { BatchSize = 8 } };

    [Fact]
    public async Task EnsureVersion_New_IsCreated()
    {
        var far = new FarEnd().On(Create, Udf("v2"));

        await far.Client.Function("f/1").EnsureVersionAsync(Spec);

        Assert.Equal([Create], far.Calls);
    }

    [Fact]
    public async Task EnsureVersion_Same_ChangesNothing()
    {
        var far = Existing("v2");

        await far.Client.Function("f/1").EnsureVersionAsync(Spec);

        Assert.Equal([Create, Get], far.Calls);
    }

    [Fact]
    public async Task EnsureVersion_Newer_GoesByAVersionThatNobodyComputesUntilNoRowIsHeld()
    {
        var far = new FarEnd()
            .On(Create, () => Reply.Error(409, "conflict"))
            .On(Get, Found("v1"), Found("v2-pending"))
            .On(Put, Udf("v2-pending"), Udf("v2"))
            .On(Look, SweepTests.Status(0, 5, 3), SweepTests.Status(0, 5, 0), SweepTests.Status(0, 9, 0));

        var udf = await far.RunAsync(client => client.Function("f/1").EnsureVersionAsync(Spec));

        Assert.Equal("v2", udf.Spec.Version);
        var puts = far.Requests.Where(static request => request.Method == "PUT").ToList();
        JsonAssert.Same("""{"spec":{"target_namespaces":["n"],"inputs":["text"],"version":"v2-pending","worker":{"image":"i","batch_size":8}}}""", puts[0].Body);
        JsonAssert.Same("""{"spec":{"target_namespaces":["n"],"inputs":["text"],"version":"v2","worker":{"image":"i","batch_size":8}}}""", puts[1].Body);

        // No status is believed that may be older than the change.
        Assert.True(far.ArrivalsOf(Look).Last() >= 15_000);
    }

    [Fact]
    public async Task EnsureVersion_InterruptedBetween_IsFinishedByTheNext()
    {
        var far = new FarEnd()
            .On(Create, () => Reply.Error(409, "conflict"))
            .On(Get, Found("v2-pending"))
            .On(Put, Udf("v2-pending"), Udf("v2"))
            .On(Look, SweepTests.Status(0, 0, 0));

        var udf = await far.RunAsync(client => client.Function("f/1").EnsureVersionAsync(Spec));

        Assert.Equal("v2", udf.Spec.Version);
    }

    [Fact]
    public async Task EnsureVersion_RowsStayHeld_SaysSoAndLeavesTheVersionThatNobodyComputes()
    {
        var far = new FarEnd()
            .On(Create, () => Reply.Error(409, "conflict"))
            .On(Get, Found("v1"))
            .On(Put, Udf("v2-pending"))
            .On(Look, SweepTests.Status(0, 0, 2));

        var error = await far.FailAsync<HevlayerTimeoutException>(client => client.Function("f/1").EnsureVersionAsync(Spec, new() { Timeout = TimeSpan.FromSeconds(40) }));

        Assert.Contains("2 held", error.Message, StringComparison.Ordinal);
        Assert.Single(far.Calls, Put);
    }

    [Theory]
    [InlineData("v3", "is older")]
    [InlineData("v10", "is older")]
    [InlineData("v3-pending", "is older")]
    [InlineData("v2.0.1", "is older")]
    public async Task EnsureVersion_OlderThanTheGateways_ReplacesNothing(string theirs, string message)
    {
        var far = Existing(theirs);

        var error = await Assert.ThrowsAsync<FunctionMismatchException>(() => far.Client.Function("f/1").EnsureVersionAsync(Spec));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal([Create, Get], far.Calls);
    }

    [Fact]
    public async Task EnsureVersion_SameVersionOfAnotherSpecification_NamesTheField()
    {
        var far = Existing("v2");

        var error = await Assert.ThrowsAsync<FunctionMismatchException>(() => far.Client.Function("f/1").EnsureVersionAsync(Spec with { Inputs = ["title"] }));

        Assert.Contains("differs in spec.inputs, and its version is the same", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureVersion_OfAVersionThatNobodyComputes_IsRefused()
    {
        var far = Existing("v2");

        await Assert.ThrowsAsync<ArgumentException>(() => far.Client.Function("f/1").EnsureVersionAsync(Spec with { Version = "v3-pending" }));

        Assert.Empty(far.Requests);
    }

    [Fact]
    public async Task WaitForFunction_UntilNothingIsLeft_TellsHowFarItIs()
    {
        var far = new FarEnd().On(Look, SweepTests.Status(3, 4, 1), SweepTests.Status(3, 0, 0, failed: 2));
        var seen = new List<FunctionProgress>();

        var status = await far.RunAsync(client => client.WaitForFunctionAsync("f/1", progress: new Seen(seen)));

        Assert.Equal(2, status.FailedCount);
        Assert.True(far.ArrivalsOf(Look).Last() >= 15_000);
        Assert.Equal((4, 1, 3, false), (seen[0].Pending, seen[0].Processing, seen[0].SweepsCompleted, seen[0].Paused));
        Assert.Null(seen[0].TimeLeft);
        Assert.Equal((2, TimeSpan.Zero), (seen[^1].Failed, seen[^1].TimeLeft));
    }

    private static FarEnd Existing(string version) => new FarEnd()
        .On(Create, () => Reply.Error(409, "conflict"))
        .On(Get, Found(version));

    private static string Found(string version) => $$"""{"udf":{{Udf(version)}},"status":{{SweepTests.Status(0, 0, 0)}}}""";

    private static string Udf(string version) => $$"""
        {"id":"f/1","spec":{"target_namespaces":["n"],"inputs":["text"],"version":"{{version}}","worker":{"image":"i","batch_size":8} },
         "paused":false,"created_at":"2026-01-02T03:04:05Z","updated_at":"2026-01-02T03:04:05Z"}
        """;

    private sealed class Seen(List<FunctionProgress> seen) : IProgress<FunctionProgress>
    {
        public void Report(FunctionProgress value) => seen.Add(value);
    }
}
