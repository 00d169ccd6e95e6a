namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private const string SpecBody = """
        {
          "index_selector": {"matchLabels": {"team": "a"}},
          "target_namespaces": ["products"],
          "inputs": ["text", "title"],
          "version": "",
          "filter": ["text", "NotEq", null],
          "worker": {
            "image": "registry/worker:1",
            "url": "http://worker:8000/",
            "port": 8000,
            "batch_size": 0,
            "timeout_seconds": 30,
            "pod_spec": {"replicas": 0}
          },
          "schedule": {
            "discovery_interval_seconds": 60,
            "lease_seconds": 120,
            "max_in_flight_batches": 0,
            "max_concurrent_scans": 2
          },
          "retry": {"max_attempts": 8, "initial_backoff_seconds": 0, "max_backoff_seconds": 300},
          "triggers": ["discovery", "write", "schedule"],
          "invalidates": []
        }
        """;

    private static Dictionary<string, WireRow> Functions => new()
    {
        ["createUdf"] = new(
            static (api, token) => api.CreateUdfAsync(new() { Id = Tricky.Id, Spec = FunctionSpec }, cancellationToken: token),
            new("POST /v2/udfs", $$"""{"id":"id/1#2?3%4:5+6 ü","spec":{{SpecBody}}}"""),
            new("POST /v2/udfs", """{"id":"id","spec":{"worker":{}}}""")),
        ["deleteUdf"] = new(
            static (api, token) => api.DeleteUdfAsync(Tricky.Id, cancellationToken: token),
            new($"DELETE /v2/udfs/{Tricky.IdInUrl}"),
            new("DELETE /v2/udfs/udf_id")),
        ["getUdf"] = new(
            static (api, token) => api.GetUdfAsync(Tricky.Id, cancellationToken: token),
            new($"GET /v2/udfs/{Tricky.IdInUrl}"),
            new("GET /v2/udfs/udf_id")),
        ["getUdfStatus"] = new(
            static (api, token) => api.GetUdfStatusAsync(Tricky.Id, cancellationToken: token),
            new($"GET /v2/udfs/{Tricky.IdInUrl}/status"),
            new("GET /v2/udfs/udf_id/status")),
        ["listUdfs"] = new(
            static (api, token) => api.ListUdfsAsync(cancellationToken: token),
            new("GET /v2/udfs"),
            new("GET /v2/udfs")),
        ["pauseUdf"] = new(
            static (api, token) => api.PauseUdfAsync(Tricky.Id, cancellationToken: token),
            new($"POST /v2/udfs/{Tricky.IdInUrl}/pause"),
            new("POST /v2/udfs/udf_id/pause")),
        ["resetFailedUdf"] = new(
            static (api, token) => api.ResetFailedUdfAsync(Tricky.Id, cancellationToken: token),
            new($"POST /v2/udfs/{Tricky.IdInUrl}/reset-failed"),
            new("POST /v2/udfs/udf_id/reset-failed")),
        ["resumeUdf"] = new(
            static (api, token) => api.ResumeUdfAsync(Tricky.Id, cancellationToken: token),
            new($"POST /v2/udfs/{Tricky.IdInUrl}/resume"),
            new("POST /v2/udfs/udf_id/resume")),
        ["upsertUdf"] = new(
            static (api, token) => api.UpsertUdfAsync(Tricky.Id, new() { Spec = FunctionSpec }, cancellationToken: token),
            new($"PUT /v2/udfs/{Tricky.IdInUrl}", $$"""{"spec":{{SpecBody}}}"""),
            new("PUT /v2/udfs/udf_id", """{"spec":{"worker":{}}}""")),
    };

    private static UdfSpec FunctionSpec => new()
    {
        IndexSelector = Json("""{"matchLabels":{"team":"a"}}"""),
        TargetNamespaces = ["products"],
        Inputs = ["text", "title"],
        Version = "",
        Filter = Json("""["text","NotEq",null]"""),
        Worker = new()
        {
            Image = "registry/worker:1",
            Url = "http://worker:8000/",
            Port = 8000,
            BatchSize = 0,
            TimeoutSeconds = 30,
            PodSpec = Json("""{"replicas":0}"""),
        },
        Schedule = new() { DiscoveryIntervalSeconds = 60, LeaseSeconds = 120, MaxInFlightBatches = 0, MaxConcurrentScans = 2 },
        Retry = new() { MaxAttempts = 8, InitialBackoffSeconds = 0, MaxBackoffSeconds = 300 },
        Triggers = [UdfTrigger.Discovery, UdfTrigger.Write, "schedule"],
        Invalidates = [],
    };
}
