using System.Net;

namespace Hevlayer.Local;

/// <summary>Warming of caches. Everything that this gateway has is in memory, so the steps only report what they would load.</summary>
internal sealed class WarmOperations(NamespaceRegistry namespaces, BlobStore blobs, LocalGatewayOptions options)
{
    private readonly WarmJobs _jobs = new(options.TimeProvider);

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("warmCache", Warm);
        handlers.Add("hintCacheWarm", Hint);
        handlers.Add("listWarmJobs", call => GatewayResponse.Json(new WarmJobList { WarmJobs = [.. _jobs.Of(call.Namespace)] }));
        handlers.Add("getWarmJob", call => GatewayResponse.Json(_jobs.Require(call.Namespace, call.Value("job_id"))));
    }

    private GatewayResponse Warm(GatewayCall call)
    {
        CheckPageSize(call);
        return GatewayResponse.Json(_jobs.Start(namespaces.Require(call.Namespace)), HttpStatusCode.Accepted);
    }

    private GatewayResponse Hint(GatewayCall call)
    {
        var view = namespaces.Require(call.Namespace);
        if (call.Query.IsEmpty)
        {
            // The vector store's own words.
            return GatewayResponse.RawJson("""{"status":"ACCEPTED","message":"cache starting to warm"}"""u8.ToArray());
        }

        CheckPageSize(call);
        var budget = call.Query.Integer("blob_budget_bytes");
        var withBlobs = call.Query.Boolean("blobs") ?? false;
        if (budget is { } bytes)
        {
            Check.AtLeast(bytes, 1, "blob_budget_bytes");
        }
        else if (withBlobs)
        {
            throw GatewayFault.Invalid("blobs needs blob_budget_bytes");
        }

        return GatewayResponse.Json(new HintCacheWarmResponse
        {
            Namespace = view.Name,
            Turbopuffer = Step(call.Query.Boolean("turbopuffer") ?? true),
            Documents = Documents(view, call.Query.Boolean("documents") ?? true),
            Snapshots = Snapshot(view.Name, call.Query.Boolean("snapshots") ?? true),
            Blobs = withBlobs ? BlobWarming.Run(view, blobs, budget!.Value) : BlobWarming.Skipped,
        });
    }

    private static void CheckPageSize(GatewayCall call) =>
        call.Query.Limit("page_size", GatewayLimits.WarmCache.DefaultPageSize, GatewayLimits.WarmCache.MaxPageSize);

    private static WarmStepResponse Step(bool enabled) =>
        new() { Enabled = enabled, Status = enabled ? WarmStepStatus.Completed : WarmStepStatus.Skipped };

    private WarmDocumentsResponse Documents(NamespaceView view, bool enabled) => new()
    {
        Enabled = enabled,
        Status = enabled ? WarmStepStatus.Started : WarmStepStatus.Skipped,
        Job = enabled ? _jobs.Start(view) : null,
    };

    private WarmSnapshotsResponse Snapshot(string name, bool enabled)
    {
        if (!enabled)
        {
            return new WarmSnapshotsResponse { Enabled = false, Status = WarmStepStatus.Skipped };
        }

        return namespaces.Find(name)?.History() is [var latest, ..]
            ? new WarmSnapshotsResponse
            {
                Enabled = true,
                Status = WarmStepStatus.Completed,
                Key = $"snapshots/{name}/{latest.Sha}",
                WatermarkMs = latest.WatermarkMs,
                Sha = latest.Sha,
            }
            : new WarmSnapshotsResponse { Enabled = true, Status = WarmStepStatus.NoSnapshot };
    }
}
