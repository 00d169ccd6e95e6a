using System.Globalization;

namespace Hevlayer.Local;

/// <summary>Reads the series of a metric. Counters know their past; gauges are read when they are asked for, so they have no other value than that of now.</summary>
internal sealed class MetricReader(RequestMeter meter, NamespaceRegistry namespaces, PipelineRegistry pipelines, FunctionRegistry functions, TimeProvider clock)
{
    /// <summary>The series of a metric; none when there is no such metric.</summary>
    public IEnumerable<MetricSeries> Series(string name) => name switch
    {
        MetricCatalogue.Rows => namespaces.All().Select(view => Gauge(view.Rows.Length, ("namespace", view.Name))),
        MetricCatalogue.Documents => pipelines.All().SelectMany(pipeline => pipelines.Require(pipeline.Id).Status().Counts.Select(count => Gauge(count.Value, ("pipeline", pipeline.Id), ("stage", count.Key)))),
        MetricCatalogue.Items => functions.All().SelectMany(udf => functions.Require(udf.Id).Status().Counts.Select(count => Gauge(count.Value, ("function", udf.Id), ("state", count.Key)))),
        _ when MetricCatalogue.KindOf(name) is { } kind => meter.All.Where(counter => kind(counter.Operation)).Select(Counter),
        _ => [],
    };

    private static MetricSeries Counter((GatewayOperation Operation, System.Net.HttpStatusCode Status, CounterSeries Counter) counter) => new(
        Labels(
            ("method", counter.Operation.Method.Method),
            ("route", counter.Operation.Route),
            ("status", ((int)counter.Status).ToString(CultureInfo.InvariantCulture))),
        ticks => counter.Counter.At(ticks));

    private MetricSeries Gauge(long value, params (string Name, string Value)[] labels)
    {
        var now = clock.GetUtcNow().UtcTicks;
        return new(Labels(labels), ticks => ticks >= now ? value : null);
    }

    private static SortedDictionary<string, string> Labels(params (string Name, string Value)[] labels) =>
        new(labels.ToDictionary(label => label.Name, label => label.Value), StringComparer.Ordinal);
}
