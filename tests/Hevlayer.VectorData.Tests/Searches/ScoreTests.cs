namespace Hevlayer.VectorData.Tests;

/// <summary>Scores and thresholds of each distance function that is served.</summary>
public sealed class ScoreTests
{
    [Theory]
    [InlineData(DistanceFunction.CosineSimilarity, 1, 0, -1)]
    [InlineData(DistanceFunction.CosineDistance, 0, 1, 2)]
    [InlineData(DistanceFunction.EuclideanSquaredDistance, 0, 2, 4)]
    [InlineData(DistanceFunction.EuclideanDistance, 0, 1.41421356, 2)]
    [InlineData(null, 1, 0, -1)]
    public async Task Search_DistanceFunction_ScoresAndHoldsBackByThreshold(string? function, double same, double orthogonal, double opposite)
    {
        await using var store = new Store();
        var rows = store.Vectors.GetDynamicCollection("rows", new()
        {
            Properties = [new VectorStoreKeyProperty("Id", typeof(string)), new VectorStoreVectorProperty("Vector", typeof(float[]), 2) { DistanceFunction = function }],
        });
        await rows.UpsertAsync([Row("opposite", [-1, 0]), Row("same", [1, 0]), Row("orthogonal", [0, 1])]);

        var hits = await rows.SearchAsync(new float[] { 1, 0 }, top: 3).ToListAsync();
        var near = await rows.SearchAsync(new float[] { 1, 0 }, top: 3, new() { ScoreThreshold = (same + orthogonal) / 2 }).ToListAsync();

        Assert.Equal(["same", "orthogonal", "opposite"], hits.Select(static hit => hit.Record["Id"]));
        Assert.All(hits.Zip([same, orthogonal, opposite]), static pair => Assert.Equal(pair.Second, pair.First.Score!.Value, 5));
        Assert.Equal(["same"], near.Select(static hit => hit.Record["Id"]));
    }

    private static Dictionary<string, object?> Row(string id, float[] vector) => new() { ["Id"] = id, ["Vector"] = vector };
}
