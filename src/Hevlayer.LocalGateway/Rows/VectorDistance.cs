using System.Numerics.Tensors;

namespace Hevlayer.Local;

/// <summary>The distances that a namespace can rank by; smaller is nearer.</summary>
internal static class VectorDistance
{
    public static IReadOnlyList<string> Known { get; } =
        [DistanceMetric.CosineDistance.Value, DistanceMetric.EuclideanSquared.Value];

    public static string Check(string metric) =>
        Known.Contains(metric, StringComparer.Ordinal)
            ? metric
            : throw GatewayFault.Invalid($"unknown distance_metric '{metric}': allowed are {string.Join(" and ", Known)}");

    public static float Of(string metric, ReadOnlySpan<float> left, ReadOnlySpan<float> right) =>
        string.Equals(metric, DistanceMetric.EuclideanSquared.Value, StringComparison.Ordinal)
            ? EuclideanSquared(left, right)
            : Cosine(left, right);

    private static float EuclideanSquared(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var distance = TensorPrimitives.Distance(left, right);
        return distance * distance;
    }

    // A vector of zeros has no direction: it counts as unrelated to everything. Rounding must not make a distance negative.
    private static float Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var similarity = TensorPrimitives.CosineSimilarity(left, right);
        return float.IsNaN(similarity) ? 1 : Math.Max(0, 1 - similarity);
    }
}
