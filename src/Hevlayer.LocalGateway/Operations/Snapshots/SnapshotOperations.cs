using System.Net;

namespace Hevlayer.Local;

/// <summary>Snapshots, their history, policy and jobs.</summary>
internal sealed class SnapshotOperations(NamespaceRegistry namespaces, LocalGatewayOptions options)
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1000;

    private readonly SnapshotJobs _jobs = new(options.TimeProvider);

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("listNamespaceHistory", History);
        handlers.Add("getNamespaceSnapshot", Get);
        handlers.Add("getSnapshotPolicy", GetPolicy);
        handlers.Add("putSnapshotPolicy", PutPolicy);
        handlers.Add("createSnapshot", Create);
        handlers.Add("getSnapshotJob", GetJob);
        handlers.Add("listSnapshotJobs", call => GatewayResponse.Json(new SnapshotJobList { SnapshotJobs = [.. _jobs.Of(call.Namespace)] }));
    }

    private GatewayResponse History(GatewayCall call)
    {
        var before = call.Query.Integer("before") ?? long.MaxValue;
        var limit = call.Query.Limit("limit", DefaultPage, LargestPage);
        IReadOnlyList<SnapshotHistoryEntry> page =
        [
            .. (namespaces.Find(call.Namespace)?.History() ?? [])
                .Where(body => body.WatermarkMs < before)
                .Take(limit)
                .Select(body => new SnapshotHistoryEntry { WatermarkMs = body.WatermarkMs, Sha = body.Sha }),
        ];
        return GatewayResponse.Json(page);
    }

    private GatewayResponse Get(GatewayCall call)
    {
        var sha = call.Value("sha");
        return GatewayResponse.Json(namespaces.Find(call.Namespace)?.Snapshot(sha)
            ?? throw GatewayFault.NotFound($"snapshot '{sha}' not found in namespace '{call.Namespace}'"));
    }

    private GatewayResponse GetPolicy(GatewayCall call) =>
        GatewayResponse.Json(namespaces.Find(call.Namespace)?.Policy
            ?? throw GatewayFault.NotFound($"namespace '{call.Namespace}' has no snapshot policy"));

    private GatewayResponse PutPolicy(GatewayCall call)
    {
        var policy = PolicyRules.Check(call.Body<SnapshotPolicy>());
        namespaces.Open(call.Namespace).Policy = policy;
        return GatewayResponse.Json(policy);
    }

    private GatewayResponse Create(GatewayCall call)
    {
        var request = call.Body<CreateSnapshotRequest>();
        var field = Check.NotEmpty(request.Field, "field");
        Check.Between(
            request.PageSize ?? GatewayLimits.CreateSnapshotRequest.DefaultPageSize,
            GatewayLimits.CreateSnapshotRequest.MinPageSize,
            GatewayLimits.CreateSnapshotRequest.MaxPageSize,
            "page_size");
        var view = namespaces.Require(call.Namespace);
        var window = WindowReader.Read(view.Freshness, request.Filters, asOf: null, between: null);
        StoredRow[] rows = [.. view.Rows.Where(row => window.Admits(row))];
        var body = SnapshotWriter.Write(view.Name, view.Freshness.Watermark ?? view.LastWriteMs, rows, [field], options.SnapshotValueCap);
        var job = _jobs.Add(view, field, request.Source ?? SnapshotSource.Auto, body.Sha);
        namespaces.Open(call.Namespace).Keep(body);
        return GatewayResponse.Json(job, HttpStatusCode.Accepted);
    }

    private GatewayResponse GetJob(GatewayCall call)
    {
        var id = call.Value("job_id");
        return GatewayResponse.Json(_jobs.Of(call.Namespace).FirstOrDefault(job => string.Equals(job.Id, id, StringComparison.Ordinal))
            ?? throw GatewayFault.NotFound($"snapshot job '{id}' not found"));
    }
}
