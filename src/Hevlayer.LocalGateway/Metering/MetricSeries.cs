namespace Hevlayer.Local;

/// <summary>One series of a metric.</summary>
/// <param name="Labels">Its labels by name.</param>
/// <param name="At">Its value at a moment in UTC ticks; null where it has none.</param>
internal sealed record MetricSeries(IReadOnlyDictionary<string, string> Labels, Func<long, double?> At);
