using System.Net;

namespace Hevlayer.Local;

/// <summary>The gateway's own metrics: what they are, and their values.</summary>
internal sealed class MetricOperations(MetricReader metrics, LocalGatewayOptions options)
{
    private const int MostPoints = 11_000;
    private const string CacheControl = "public, max-age=86400";
    private const string ETag = $"\"{MetricCatalogue.Version}\"";

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("listMetricsCatalog", Catalogue);
        handlers.Add("getMetricCatalogEntry", Entry);
        handlers.Add("queryMetrics", call => Answer(() => Instant(call)));
        handlers.Add("queryMetricsApiV1", call => Answer(() => Instant(call)));
        handlers.Add("queryMetricsRange", call => Answer(() => Range(call)));
        handlers.Add("queryMetricsRangeApiV1", call => Answer(() => Range(call)));
    }

    private static GatewayResponse Catalogue(GatewayCall call)
    {
        var family = call.Query.Text("family");
        var entries = MetricCatalogue.All.Where(entry => family is null || entry.Family == family).ToList();
        return entries.Count == 0
            ? GatewayResponse.Error(HttpStatusCode.BadRequest, "invalid_family", $"unknown family '{family}'")
            : Cached(GatewayResponse.Json(new MetricCatalog { Version = MetricCatalogue.Version, Entries = entries }));
    }

    private static GatewayResponse Entry(GatewayCall call)
    {
        var name = call.Value("name");
        return Cached(GatewayResponse.Json(MetricCatalogue.All.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.Ordinal))
            ?? throw GatewayFault.NotFound($"metric '{name}' not found")));
    }

    private GatewayResponse Instant(GatewayCall call)
    {
        var ticks = call.Query.Text("time") is { } time ? PromTime.Ticks(time, "time") : options.TimeProvider.GetUtcNow().UtcTicks;
        return PromReply.Instant(Expression(call).At(ticks, metrics.Series), ticks);
    }

    private GatewayResponse Range(GatewayCall call)
    {
        var expression = Expression(call);
        var (start, end, step) = (PromTime.Ticks(Needed(call, "start"), "start"), PromTime.Ticks(Needed(call, "end"), "end"), PromTime.Duration(Needed(call, "step"), "step"));
        if (end < start || step == 0 || (end - start) / step >= MostPoints)
        {
            throw new PromFault($"a range needs its start before its end, and at most {MostPoints} points");
        }

        var times = Enumerable.Range(0, (int)((end - start) / step) + 1).Select(place => start + (place * step));
        return PromReply.Range(times
            .SelectMany(ticks => Samples(expression.At(ticks, metrics.Series)).Select(sample => (sample.Labels, Ticks: ticks, sample.Value)))
            .GroupBy(point => string.Join('\0', point.Labels.Select(label => $"{label.Key}\0{label.Value}")), StringComparer.Ordinal)
            .Select(series => (series.First().Labels, (IReadOnlyList<(long, double)>)[.. series.Select(point => (point.Ticks, point.Value))])));
    }

    private static IEnumerable<PromSample> Samples(PromResult result) =>
        result.Scalar is { } scalar ? [new PromSample(new Dictionary<string, string>(StringComparer.Ordinal), scalar)] : result.Samples;

    private static PromExpression Expression(GatewayCall call) => PromParser.Parse(Needed(call, "query"));

    private static string Needed(GatewayCall call, string name) => call.Query.Text(name) ?? throw new PromFault($"query parameter {name} is needed");

    private static GatewayResponse Answer(Func<GatewayResponse> answer)
    {
        try
        {
            return answer();
        }
        catch (PromFault fault)
        {
            return PromReply.BadData(fault.Message);
        }
    }

    private static GatewayResponse Cached(GatewayResponse reply) => reply.With("Cache-Control", CacheControl).With("ETag", ETag);
}
