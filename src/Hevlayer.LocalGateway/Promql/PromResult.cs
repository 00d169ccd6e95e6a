namespace Hevlayer.Local;

/// <summary>What an expression gives at a moment: one number, or samples.</summary>
internal readonly record struct PromResult(double? Scalar, IReadOnlyList<PromSample> Samples)
{
    public static PromResult Of(double scalar) => new(scalar, []);

    public static PromResult Of(IEnumerable<PromSample> samples) => new(null, [.. samples]);
}
