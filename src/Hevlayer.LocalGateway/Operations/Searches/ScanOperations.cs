using System.Net;

namespace Hevlayer.Local;

/// <summary>Scans by filter. They are complete when their job is made.</summary>
internal sealed class ScanOperations(NamespaceRegistry namespaces, LocalGatewayOptions options)
{
    private readonly ScanJobs _jobs = new();

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("createScan", Create);
        handlers.Add("listScans", call => GatewayResponse.Json(new ScanJobList { Scans = [.. _jobs.Of(call.Namespace)] }));
        handlers.Add("getScan", call => GatewayResponse.Json(Require(call).Job));
        handlers.Add("getScanResults", Results);
        handlers.Add("deleteScan", Delete);
    }

    private GatewayResponse Create(GatewayCall call)
    {
        var request = call.Body<CreateScanRequest>();
        ScanRules.Check(request);
        var view = namespaces.Require(call.Namespace);
        var window = WindowReader.Read(view.Freshness, request.Filters, request.AsOf, request.Between);
        StoredRow[] rows = [.. view.Rows.Where(row => window.Admits(row))];
        if (request.Mode == ScanMode.Count)
        {
            var count = new ScanCountResponse { Count = rows.Length, ServedBy = ScanCountServedBy.Origin, ElapsedMs = 0 };
            return GatewayResponse.Json(count).With("x-layer-stable-as-of", view.Freshness.Watermark);
        }

        var scan = Run(request, view, rows);
        _jobs.Add(scan);
        return GatewayResponse.Json(scan.Job, HttpStatusCode.Accepted);
    }

    private StoredScan Run(CreateScanRequest request, NamespaceView view, StoredRow[] rows)
    {
        var byValue = request.Mode == ScanMode.Values;
        ScanValue[] values = byValue
            ? [.. Histogram.Of(request.Field!, rows).Ranked().Select(pair => new ScanValue { Value = pair.Key, Count = pair.Value })]
            : [];
        var job = new ScanJob
        {
            Id = _jobs.NextId(),
            Namespace = view.Name,
            Status = JobStatus.Completed,
            Progress = 1,
            DocumentsScanned = rows.Length,
            StableAsOf = view.Freshness.Watermark,
            CreatedAt = JobTime.Now(options.TimeProvider),
            CompletedAt = JobTime.Now(options.TimeProvider),
            Mode = request.Mode ?? ScanMode.Ids,
            Field = request.Field,
            Source = (request.Source ?? ScanCountSource.Auto).Value,
            EffectiveSource = ScanSource.Origin,
            UniqueValues = byValue ? values.Length : null,
        };
        return new StoredScan(job, byValue ? [] : [.. rows.Select(row => row.Key)], values);
    }

    private GatewayResponse Results(GatewayCall call)
    {
        var scan = Require(call);
        var limit = call.Query.Limit("limit", GatewayLimits.GetScanResults.DefaultLimit, GatewayLimits.GetScanResults.MaxLimit);
        var offset = (int)Check.Between(call.Query.Integer("offset") ?? 0, 0, int.MaxValue, "offset");
        return scan.Job.Mode == ScanMode.Values
            ? GatewayResponse.Json(new ScanValuesResponse
            {
                Values = [.. scan.Values.Skip(offset).Take(limit)],
                Total = scan.Values.Count,
                Truncated = false,
            })
            : GatewayResponse.Json(new ScanIdsResponse { Ids = [.. scan.Ids.Skip(offset).Take(limit)], Total = scan.Ids.Count });
    }

    private GatewayResponse Delete(GatewayCall call)
    {
        _jobs.Delete(call.Namespace, call.Value("scan_id"));
        return GatewayResponse.Json(new StatusResponse { Status = "ok" });
    }

    private StoredScan Require(GatewayCall call) => _jobs.Require(call.Namespace, call.Value("scan_id"));
}
