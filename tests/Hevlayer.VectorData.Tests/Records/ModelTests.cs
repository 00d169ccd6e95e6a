using Microsoft.Extensions.AI;

namespace Hevlayer.VectorData.Tests;

/// <summary>What a row cannot hold is refused when the collection is made, with the property's name.</summary>
public sealed class ModelTests
{
    public static TheoryData<VectorStoreProperty> Refused =>
    [
        new VectorStoreDataProperty("Bad", typeof(Uri)),
        new VectorStoreDataProperty("Bad", typeof(char)),
        new VectorStoreDataProperty("Bad", typeof(int?[])),
        new VectorStoreDataProperty("Bad", typeof(Dictionary<string, string>)),
        new VectorStoreDataProperty("Bad", typeof(int)) { IsFullTextIndexed = true },
        new VectorStoreDataProperty("Bad", typeof(int)) { StorageName = "_hevlayer_mine" },
        new VectorStoreDataProperty("Bad", typeof(int)) { StorageName = "vector" },
        new VectorStoreVectorProperty("Bad", typeof(ReadOnlyMemory<float>), 2) { DistanceFunction = DistanceFunction.DotProductSimilarity },
        new VectorStoreVectorProperty("Bad", typeof(ReadOnlyMemory<float>), 2) { DistanceFunction = DistanceFunction.HammingDistance },
        new VectorStoreVectorProperty("Bad", typeof(ReadOnlyMemory<float>), 2) { DistanceFunction = DistanceFunction.ManhattanDistance },
        new VectorStoreVectorProperty("Bad", typeof(ReadOnlyMemory<float>), 2) { IndexKind = IndexKind.Hnsw },
        new VectorStoreVectorProperty("Bad", typeof(ReadOnlyMemory<double>), 2),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Property_ThatCannotBeStored_IsRefusedByName(VectorStoreProperty property)
    {
        await using var store = new Store();

        var error = Assert.ThrowsAny<Exception>(() => store.Vectors.GetDynamicCollection("rows", new() { Properties = [new VectorStoreKeyProperty("Id", typeof(string)), property] }));

        Assert.True(error is NotSupportedException or InvalidOperationException, error.GetType().Name);
        Assert.Contains("'Bad'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_OfAnotherType_IsRefusedByName()
    {
        await using var store = new Store();

        var error = Assert.Throws<NotSupportedException>(() => store.Vectors.GetDynamicCollection("rows", new() { Properties = [new VectorStoreKeyProperty("Id", typeof(ulong))] }));

        Assert.Contains("'Id'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(ReadOnlyMemory<float>))]
    [InlineData(typeof(float[]))]
    [InlineData(typeof(Embedding<float>))]
    public async Task Vector_OfEachForm_ComesBackInThatForm(Type type)
    {
        await using var store = new Store();
        var rows = store.Vectors.GetDynamicCollection("rows", new()
        {
            Properties = [new VectorStoreKeyProperty("Id", typeof(string)), new VectorStoreVectorProperty("Vector", type, 2)],
        });
        float[] components = [0.1f, -3e-7f];
        object vector = type == typeof(float[]) ? components : type == typeof(Embedding<float>) ? new Embedding<float>(components) : new ReadOnlyMemory<float>(components);

        await rows.UpsertAsync(new Dictionary<string, object?> { ["Id"] = "a", ["Vector"] = vector });

        var found = (await rows.GetAsync("a", new() { IncludeVectors = true }))!["Vector"]!;
        Assert.IsType(type, found);
        Assert.Equal(components, found switch { float[] array => array, Embedding<float> embedding => embedding.Vector.ToArray(), var memory => ((ReadOnlyMemory<float>)memory).ToArray() });
    }

    [Fact]
    public async Task Vector_OfAnotherDimension_IsRefusedByName()
    {
        await using var store = new Store();
        var tools = store.Vectors.GetCollection<string, Tool>("tools");

        var error = await Assert.ThrowsAsync<ArgumentException>(() => tools.UpsertAsync(new Tool { Id = "a", Vector = new float[] { 1, 2, 3 } }));

        Assert.Contains("'Vector' has 3 components; 2 are needed", error.Message, StringComparison.Ordinal);
    }
}
