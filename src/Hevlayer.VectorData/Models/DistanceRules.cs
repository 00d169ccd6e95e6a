using Microsoft.Extensions.VectorData;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Hevlayer.VectorData;

/// <summary>Which distance functions and indexes are served, and how the gateway's distances become scores.</summary>
internal static class DistanceRules
{
    /// <summary>Refuses what the gateway does not have.</summary>
    /// <exception cref="NotSupportedException">The distance function or the kind of index is not served.</exception>
    public static void Check(VectorPropertyModel property)
    {
        _ = Metric(property);
        if (property.IndexKind is not (null or IndexKind.Flat or IndexKind.Dynamic))
        {
            throw new NotSupportedException($"Property '{property.ModelName}' asks for the index kind '{property.IndexKind}'; the vector store chooses its index itself, so only Flat, Dynamic or none can be asked for.");
        }
    }

    /// <summary>The distance by which the namespace ranks.</summary>
    public static DistanceMetric Metric(VectorPropertyModel property) => property.DistanceFunction switch
    {
        null or DistanceFunction.CosineSimilarity or DistanceFunction.CosineDistance => DistanceMetric.CosineDistance,
        DistanceFunction.EuclideanDistance or DistanceFunction.EuclideanSquaredDistance => DistanceMetric.EuclideanSquared,
        var other => throw new NotSupportedException(
            $"Property '{property.ModelName}' asks for the distance function '{other}'; the gateway serves CosineSimilarity, CosineDistance, EuclideanDistance and EuclideanSquaredDistance."),
    };

    /// <summary>The score of a distance; without a function of its own, a property is scored by cosine similarity.</summary>
    public static double? Score(VectorPropertyModel property, double? distance) => property.DistanceFunction switch
    {
        null or DistanceFunction.CosineSimilarity => 1 - distance,
        DistanceFunction.EuclideanDistance when distance is { } squared => Math.Sqrt(squared),
        _ => distance,
    };

    /// <summary>Whether a score reaches a threshold: similarities from below, distances from above.</summary>
    public static bool Reaches(VectorPropertyModel property, double? score, double? threshold) =>
        threshold is not { } limit
        || (property.DistanceFunction is null or DistanceFunction.CosineSimilarity ? score >= limit : score <= limit);
}
