namespace Hevlayer.Local;

/// <summary>A calculation or a comparison with a number on at least one side. A comparison lets samples pass that meet it.</summary>
internal sealed record PromOperation(string Sign, PromExpression Left, PromExpression Right) : PromExpression
{
    public override PromResult At(long ticks, Func<string, IEnumerable<MetricSeries>> series)
    {
        var (left, right) = (Left.At(ticks, series), Right.At(ticks, series));
        return (left.Scalar, right.Scalar) switch
        {
            ({ } a, { } b) => PromResult.Of(Compares ? (Holds(a, b) ? 1 : 0) : Calculate(a, b)),
            (null, { } b) => PromResult.Of(left.Samples.Where(sample => !Compares || Holds(sample.Value, b)).Select(sample => Compares ? sample : sample with { Value = Calculate(sample.Value, b) })),
            ({ } a, null) => PromResult.Of(right.Samples.Where(sample => !Compares || Holds(a, sample.Value)).Select(sample => Compares ? sample : sample with { Value = Calculate(a, sample.Value) })),
            _ => throw new PromFault($"'{Sign}' between two metrics is not evaluated by the local gateway"),
        };
    }

    private bool Compares => Sign is ">" or "<" or ">=" or "<=" or "==" or "!=";

    private bool Holds(double a, double b) => Sign switch
    {
        ">" => a > b,
        "<" => a < b,
        ">=" => a >= b,
        "<=" => a <= b,
        "==" => a.Equals(b),
        _ => !a.Equals(b),
    };

    private double Calculate(double a, double b) => Sign switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        _ => a / b,
    };
}
