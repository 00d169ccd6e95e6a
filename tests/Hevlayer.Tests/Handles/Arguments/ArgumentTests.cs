namespace Hevlayer.Tests.Handles;

/// <summary>What a helper refuses, it refuses before anything is sent.</summary>
public sealed class ArgumentTests
{
    private static Dictionary<string, (string Names, Func<HevlayerClient, Task> Call)> Wrong => new()
    {
        ["namespace without name"] = ("name", client => Task.FromResult(client.Namespace(" "))),
        ["function without id"] = ("id", client => Task.FromResult(client.Function(""))),
        ["count in another mode"] = ("request", client => Space(client).CountAsync(new() { Mode = ScanMode.Ids })),
        ["ids in another mode"] = ("request", client => Space(client).ScanIdsAsync(new() { Mode = ScanMode.Count }).AllAsync()),
        ["values in another mode"] = ("request", client => Space(client).ScanValuesAsync("f", new() { Mode = ScanMode.Ids }).AllAsync()),
        ["values of no field"] = ("field", client => Space(client).ScanValuesAsync(" ").AllAsync()),
        ["scan for a count"] = ("request", client => Space(client).StartScanAsync(new() { Mode = ScanMode.Count })),
        ["scan page of zero"] = ("request.PageSize", client => Space(client).StartScanAsync(new() { PageSize = 0 })),
        ["scan page too large"] = ("request.PageSize", client => Space(client).CountAsync(new() { PageSize = 10_001 })),
        ["scan time-out too long"] = ("request.TimeoutSeconds", client => Space(client).CountAsync(new() { TimeoutSeconds = 301 })),
        ["scan without threads"] = ("request.Threads", client => Space(client).CountAsync(new() { Threads = 0 })),
        ["scan as of and between"] = ("request", client => Space(client).CountAsync(new() { AsOf = 1, Between = [1, 2] })),
        ["scan between backwards"] = ("request.Between", client => Space(client).CountAsync(new() { Between = [2, 2] })),
        ["values of no field, started"] = ("request.Field", client => Space(client).StartScanAsync(new() { Mode = ScanMode.Values })),
        ["ids by text"] = ("request.Fts", client => Space(client).StartScanAsync(new() { Fts = new() { Field = "f", Query = "q" } })),
        ["ids by text in any spelling"] = ("request.HybridText", client => Space(client).ScanIdsAsync(new() { HybridText = new() { Field = "f", Query = "q" } }).AllAsync()),
        ["ids by vector"] = ("request.Ann", client => Space(client).StartScanAsync(new() { Mode = ScanMode.Ids, Ann = new() { Vector = new float[] { 1 }, Radius = 1 } })),
        ["count by text and vector"] = ("request", client => Space(client).CountAsync(new() { Fts = new() { Field = "f", Query = "q" }, Ann = new() { Vector = new float[] { 1 }, Radius = 1 } })),
        ["count by text in a snapshot"] = ("request.Source", client => Space(client).CountAsync(new() { Fts = new() { Field = "f", Query = "q" }, Source = ScanCountSource.Snapshot })),
        ["wait for no scan"] = ("scanId", client => Space(client).WaitForScanAsync("")),
        ["wait without pause"] = ("options.FirstInterval", client => Space(client).WaitForScanAsync("s", new() { FirstInterval = TimeSpan.Zero })),
        ["wait with negative tolerance"] = ("options.FailureTolerance", client => Space(client).WaitForScanAsync("s", new() { FailureTolerance = TimeSpan.FromSeconds(-1) })),
        ["snapshot of no field"] = ("request.Field", client => Space(client).CreateSnapshotAndWaitAsync(new() { Field = "" })),
        ["checkpoint without label"] = ("label", client => Space(client).CreateCheckpointAsync(" ")),
        ["checkpoints of page zero"] = ("pageSize", client => Task.FromResult(Space(client).ListCheckpoints(0))),
        ["history of page zero"] = ("filter.PageSize", client => Task.FromResult(Space(client).ListSearchHistory(new() { PageSize = 0 }))),
        ["clicks of page zero"] = ("filter.PageSize", client => Task.FromResult(Space(client).ListClickstream(new() { PageSize = -1 }))),
        ["history backwards"] = ("filter.From", client => Task.FromResult(Space(client).ListSearchHistory(Backwards))),
        ["clicks backwards"] = ("filter.From", client => Task.FromResult(Space(client).ListClickstream(Backwards))),
        ["namespaces of a page too large"] = ("pageSize", client => Task.FromResult(client.ListNamespaces(pageSize: 1001))),
        ["namespaces of page zero"] = ("pageSize", client => Task.FromResult(client.ListNamespaces(pageSize: 0))),
        ["activity of page zero"] = ("pageSize", client => Task.FromResult(client.ListSnapshotActivity(pageSize: 0))),
        ["warm blobs without budget"] = ("steps", client => Space(client).WarmNamespaceAsync(new() { Blobs = true })),
        ["warm blobs with budget zero"] = ("steps.BlobBudgetBytes", client => Space(client).WarmNamespaceAsync(new() { Blobs = true, BlobBudgetBytes = 0 })),
        ["warm page too large"] = ("steps.PageSize", client => Space(client).WarmNamespaceAsync(new() { PageSize = 10_001 })),
        ["warm documents page of zero"] = ("pageSize", client => Space(client).WarmDocumentsAndWaitAsync(0)),
        ["blob of a short hash"] = ("sha256", client => Space(client).GetBlobAsync(new string('a', 63))),
        ["blob of no hash"] = ("sha256", client => Space(client).GetBlobAsync(new string('g', 64))),
        ["branch from nothing"] = ("sourceNamespace", client => Space(client).BranchFromAsync("")),
        ["copy from nothing"] = ("source", client => Space(client).CopyFromAsync("")),
        ["copy from default"] = ("source", client => Space(client).CopyFromAsync(default)),
        ["patch no ids"] = ("ids", client => Space(client).PatchColumnsAsync([], Columns("n", 1))),
        ["patch an empty id"] = ("ids[1]", client => Space(client).PatchColumnsAsync(["a", ""], Columns("n", 2))),
        ["patch no columns"] = ("columns", client => Space(client).PatchColumnsAsync(["a"], new Dictionary<string, AttributeValues>())),
        ["patch a column of another length"] = ("n", client => Space(client).PatchColumnsAsync(["a", "b"], Columns("n", 1))),
        ["patch the id"] = ("id", client => Space(client).PatchColumnsAsync(["a"], Columns("id", 1))),
        ["patch a reserved name"] = ("_hevlayer_x", client => Space(client).PatchColumnsAsync(["a"], Columns("_hevlayer_x", 1))),
        ["query without anything"] = ("request", client => Space(client).QueryAsync(new())),
        ["query for none"] = ("request.TopK", client => Space(client).QueryAsync(new() { NearestToId = ["1"], TopK = 0 })),
        ["batch of one"] = ("request", client => Space(client).BatchQueryAsync(new() { Queries = [new()] })),
        ["fetch nothing"] = ("id", client => Space(client).FetchAsync("")),
        ["fetch no ids"] = ("ids", client => Space(client).FetchManyAsync([])),
        ["fetch an empty id"] = ("ids[1]", client => Space(client).FetchManyAsync(["a", " "])),
        ["federated query of both"] = ("request", client => client.QueryFederatedAsync(new FederatedQueryRequest { NearestToId = ["1"], Vector = new float[] { 1 } })),
        ["federated query of too many"] = ("request.Namespaces", client => client.QueryFederatedAsync(new FederatedQueryRequest { NearestToId = ["1"], Namespaces = [.. Enumerable.Range(0, 513).Select(n => $"n{n}")] })),
        ["agent without name"] = ("agent", client => client.QueryAgentAsync(" ", new() { Query = "q" })),
        ["agent without question"] = ("request.Query", client => client.QueryAgentAsync("a", new() { Query = " " })),
        ["agent without time"] = ("budget", client => client.QueryAgentAsync("a", new() { Query = "q" }, TimeSpan.Zero)),
        ["agent with more than a day"] = ("budget", client => client.QueryAgentAsync("a", new() { Query = "q" }, TimeSpan.FromDays(1) + TimeSpan.FromTicks(1))),
        ["agent with all time"] = ("budget", client => client.QueryAgentAsync("a", new() { Query = "q" }, TimeSpan.MaxValue)),
        ["ensure without specification"] = ("spec", client => client.Function("f").EnsureAsync(null!)),
    };

    public static TheoryData<string> Names => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Helper_WrongArgument_IsNamedAndNothingIsSent(string name)
    {
        var (names, call) = Wrong[name];
        var far = new FarEnd();

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(async () => await call(far.Client));

        Assert.Contains(names, error.Message, StringComparison.Ordinal);
        Assert.Empty(far.Requests);
    }

    private static HistoryFilter Backwards => new() { From = DateTimeOffset.UnixEpoch.AddTicks(1), To = DateTimeOffset.UnixEpoch };

    private static NamespaceClient Space(HevlayerClient client) => client.Namespace("n");

    private static Dictionary<string, AttributeValues> Columns(string name, int count) => new() { [name] = Enumerable.Range(0, count).ToArray() };
}
