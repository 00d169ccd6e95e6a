namespace Hevlayer.Local;

/// <summary>A query that has been read.</summary>
internal abstract record PromExpression
{
    private const string NameLabel = "__name__";

    /// <summary>Its result at a moment in UTC ticks, over the series that a name stands for.</summary>
    public abstract PromResult At(long ticks, Func<string, IEnumerable<MetricSeries>> series);

    internal sealed record Number(double Value) : PromExpression
    {
        public override PromResult At(long ticks, Func<string, IEnumerable<MetricSeries>> series) => PromResult.Of(Value);
    }

    internal sealed record Selector(string Name, IReadOnlyList<PromMatcher> Matchers) : PromExpression
    {
        public IEnumerable<MetricSeries> Of(Func<string, IEnumerable<MetricSeries>> series) =>
            series(Name).Where(one => Matchers.All(matcher => matcher.Matches(one.Labels)));

        public override PromResult At(long ticks, Func<string, IEnumerable<MetricSeries>> series) => PromResult.Of(
            Of(series)
                .Select(one => (one.Labels, Value: one.At(ticks)))
                .Where(one => one.Value is not null)
                .Select(one => new PromSample(new SortedDictionary<string, string>(one.Labels.ToDictionary(), StringComparer.Ordinal) { [NameLabel] = Name }, one.Value!.Value)));
    }

    /// <summary>By how much a counter grew: <c>increase</c>, or for each second: <c>rate</c>.</summary>
    internal sealed record Growth(Selector Of, long Window, bool PerSecond) : PromExpression
    {
        public override PromResult At(long ticks, Func<string, IEnumerable<MetricSeries>> series) => PromResult.Of(
            Of.Of(series).Select(one => new PromSample(one.Labels, Of.Name.EndsWith("_total", StringComparison.Ordinal) ? Grown(one, ticks) : throw new PromFault($"'{Of.Name}' is no counter"))));

        private double Grown(MetricSeries one, long ticks) =>
            ((one.At(ticks) ?? 0) - (one.At(ticks - Window) ?? 0)) / (PerSecond ? (double)Window / TimeSpan.TicksPerSecond : 1);
    }

    /// <summary>Samples put together, by the labels that are named.</summary>
    internal sealed record Aggregate(Func<IEnumerable<double>, double> Merge, IReadOnlyList<string> By, PromExpression Part) : PromExpression
    {
        public override PromResult At(long ticks, Func<string, IEnumerable<MetricSeries>> series) => PromResult.Of(
            Part.At(ticks, series).Samples
                .GroupBy(sample => string.Join('\0', By.Select(label => sample.Labels.GetValueOrDefault(label) ?? string.Empty)), StringComparer.Ordinal)
                .Select(group => new PromSample(
                    new SortedDictionary<string, string>(By.Where(group.First().Labels.ContainsKey).ToDictionary(label => label, label => group.First().Labels[label]), StringComparer.Ordinal),
                    Merge(group.Select(sample => sample.Value)))));
    }
}
