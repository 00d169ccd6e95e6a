namespace Hevlayer.Tests.Handles;

/// <summary>One kind of job: how it is started, how it is looked at, and the helper that does both.</summary>
internal sealed record JobCase(string Start, string Look, string StartTarget, string? StartBody, string Extra, Func<HevlayerClient, JobWaitOptions?, Task<string>> Call)
{
    private static readonly Dictionary<string, JobCase> All = new()
    {
        ["scan"] = new(
            "POST /v2/namespaces/n/scans",
            "GET /v2/namespaces/n/scans/j%2F1",
            "POST /v2/namespaces/n/scans",
            """{"mode":"ids"}""",
            "\"mode\":\"ids\",\"source\":\"auto\"",
            async (client, options) => string.Join(",", await client.Namespace("n").ScanIdsAsync(options: options).AllAsync())),
        ["snapshot"] = new(
            "POST /v2/namespaces/n/snapshots",
            "GET /v2/namespaces/n/snapshot-jobs/j%2F1",
            "POST /v2/namespaces/n/snapshots",
            """{"field":"color"}""",
            "\"field\":\"color\",\"source\":\"auto\"",
            async (client, options) => (await client.Namespace("n").CreateSnapshotAndWaitAsync(new() { Field = "color" }, options)).Status.Value),
        ["warm"] = new(
            "POST /v2/namespaces/n/warm",
            "GET /v2/namespaces/n/warm-jobs/j%2F1",
            "POST /v2/namespaces/n/warm?page_size=50",
            null,
            "\"page_size\":50",
            async (client, options) => (await client.Namespace("n").WarmDocumentsAndWaitAsync(50, options)).Status.Value),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static JobCase Get(string name) => All[name];

    public string Job(string status, string? error = null) =>
        $$"""{"id":"j/1","namespace":"n","status":"{{status}}","progress":0.5,"documents_scanned":1,"created_at":"2026-13-42T00:00:00Z",{{Extra}}{{(error is null ? "" : $",\"error\":\"{error}\"")}}}""";

    public FarEnd FarEnd(params string[] looks) => new FarEnd()
        .On(Start, Job("running"))
        .On(Look, looks)
        .On("GET /v2/namespaces/n/scans/j%2F1/results", """{"ids":["completed"],"total":1}""");
}
