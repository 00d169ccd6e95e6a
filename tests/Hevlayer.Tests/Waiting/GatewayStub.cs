using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Waiting;

/// <summary>A gateway in memory whose pipeline, namespace and snapshots are functions of the time since its start.</summary>
internal sealed class GatewayStub
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 0, 0, TimeSpan.Zero);

    private readonly StubHandler _handler;

    public GatewayStub()
    {
        _handler = new StubHandler((request, _) => Answer(request), Clock);
        Client = TestClients.Over(_handler, Clock, options => options.Retry.MaxAttempts = 1);
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public HevlayerClient Client { get; }

    public IReadOnlyList<SentRequest> Requests => _handler.Requests;

    /// <summary>When each request arrived, in seconds since the start.</summary>
    public IEnumerable<double> Seconds => _handler.Arrivals.Select(arrival => (arrival - Start).TotalSeconds);

    public Func<double, HttpResponseMessage> Status { get; set; } = _ => PipelineStatus(0, 0);

    public Func<double, HttpResponseMessage> Metadata { get; set; } = _ => Written(0);

    public Func<double, HttpResponseMessage> History { get; set; } = _ => Reply.Json("[]");

    public string Pipelines { get; set; } =
        """[{"id":"p","target_namespace":"n","distance_metric":"cosine_distance","created_at":"2026-01-02T03:04:05Z"}]""";

    public static HttpResponseMessage PipelineStatus(long pending, long processing, long indexed = 0, long failed = 0, double rate = 0) => Reply.Json(
        FormattableString.Invariant($$"""
        {"pipeline_id":"p","status":"idle","counts":{"pending":{{pending}},"embedding":{{processing}},"indexed":{{indexed}},"failed":{{failed}}},
         "failed_reasons":{},"pending_count":{{pending}},"processing_count":{{processing}},"failed_count":{{failed}},
         "indexed_rate_per_min":{{rate}},"rate_window_seconds":60}
        """));

    /// <summary>A status whose counts name no stage.</summary>
    public static HttpResponseMessage Uncounted(long pending, long processing, double rate = 0) => Reply.Json(
        FormattableString.Invariant($$"""
        {"pipeline_id":"p","status":"idle","counts":{},"failed_reasons":{},"pending_count":{{pending}},"processing_count":{{processing}},
         "failed_count":0,"indexed_rate_per_min":{{rate}},"rate_window_seconds":60}
        """));

    /// <summary>A status in which nothing is pending or processing, and three documents are in a stage.</summary>
    public static HttpResponseMessage ThreeIn(string stage) => Reply.Json(
        $$"""
        {"pipeline_id":"p","status":"idle","counts":{"{{stage}}":3},"failed_reasons":{},"pending_count":0,"processing_count":0,
         "failed_count":0,"indexed_rate_per_min":0,"rate_window_seconds":60}
        """);

    /// <summary>Metadata with a last write so many seconds after the start; null for none.</summary>
    public static HttpResponseMessage Written(double? seconds)
    {
        var last = seconds is { } value ? $"\"{Start.AddSeconds(value):O}\"" : "null";
        return Reply.Json(
            $$"""{"id":"n","schema":{},"approx_logical_bytes":1,"approx_row_count":1,"created_at":"{{Start:O}}","last_write_at":{{last}},"updated_at":"{{Start:O}}"}""");
    }

    /// <summary>A history whose newest snapshot has its watermark so many seconds after the start.</summary>
    public static HttpResponseMessage Snapshots(double seconds) =>
        Reply.Json($$"""[{"watermark_ms":{{Start.AddSeconds(seconds).ToUnixTimeMilliseconds()}},"sha":"sha-{{(int)seconds}}"}]""");

    public Task<T> RunAsync<T>(Func<HevlayerClient, Task<T>> call) =>
        Clock.RunAsync(() => call(Client), TimeSpan.FromMilliseconds(500));

    public Task<TException> FailAsync<TException>(Func<HevlayerClient, Task> call)
        where TException : Exception =>
        Clock.FailAsync<TException>(() => call(Client), TimeSpan.FromMilliseconds(500));

    private HttpResponseMessage Answer(SentRequest request)
    {
        var seconds = (Clock.GetUtcNow() - Start).TotalSeconds;
        return request.Path switch
        {
            "/v2/pipelines/p/status" => Status(seconds),
            "/v2/pipelines" => Reply.Json($$"""{"pipelines":{{Pipelines}}}"""),
            "/v2/namespaces/n/metadata" => Metadata(seconds),
            "/v2/namespaces/n/history" => History(seconds),
            _ => Reply.Text("", 404),
        };
    }
}
