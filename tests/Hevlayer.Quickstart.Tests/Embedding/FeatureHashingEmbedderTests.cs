using Hevlayer.Samples;
using Microsoft.Extensions.AI;

namespace Hevlayer.Quickstart.Tests;

public sealed class FeatureHashingEmbedderTests
{
    // Worked out by another program from the description of the hash.
    private const int HashedPlace = 243;

    private static readonly int[] PinnedPlaces =
        [18, 34, 54, 68, 82, 84, 88, 94, 109, 125, 131, 136, 138, 144, 194, 201, 220, 243, 249, 252];

    private const string Leases = "A worker claims documents under a lease and keeps the lease alive with heartbeats.";

    [Fact]
    public async Task Vector_OfATextWithOneWord_HasOneComponentWhereItsHashSays()
    {
        var vector = await VectorAsync("lease");

        Assert.Equal(256, vector.Length);
        Assert.Equal([HashedPlace], Places(vector));
        Assert.Equal(-1, vector.Span[HashedPlace], 1e-6);
    }

    [Fact]
    public async Task Vector_IsTheSameInEveryProcess()
    {
        var vector = await VectorAsync(Leases);

        Assert.Equal(PinnedPlaces, Places(vector));
        Assert.Equal(0.200535f, vector.Span[18], 1e-5);
        Assert.Equal(-0.339536f, vector.Span[243], 1e-5);
        Assert.Equal(0.40107f, vector.Span[252], 1e-5);
    }

    [Theory]
    [InlineData(Leases)]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("the of and")]
    [InlineData("... !!! ???")]
    [InlineData("\ud83d lone surrogate \ude00")]
    [InlineData("漢字かな交じり文 and words 123")]
    public async Task Vector_OfAnyText_IsFiniteAndOfLengthOne(string text)
    {
        var vector = await VectorAsync(text);

        Assert.All(vector.ToArray(), component => Assert.True(float.IsFinite(component)));
        Assert.Equal(1, Cosine(vector, vector), 1e-5);
    }

    [Fact]
    public async Task Vectors_OfSimilarTexts_AreNearerThanThoseOfOthers()
    {
        var question = await VectorAsync("What happens when a worker loses its lease?");

        var near = Cosine(question, await VectorAsync(Leases));
        var far = Cosine(question, await VectorAsync("Snapshots are histograms of the values of each facet field."));

        Assert.True(near > far + 0.1, $"{near} is not clearly more than {far}.");
    }

    [Fact]
    public async Task Vectors_DoNotDependOnCaseAndPunctuation() =>
        Assert.Equal(await VectorAsync("lost lease"), await VectorAsync("LOST, (lease)!"), (left, right) => left.Span.SequenceEqual(right.Span));

    [Fact]
    public async Task Vectors_DependOnTheOrderOfWords() =>
        Assert.True(Cosine(await VectorAsync("dog bites man"), await VectorAsync("man bites dog")) < 0.99);

    [Fact]
    public async Task WordThatIsRepeated_CountsLessEachTime()
    {
        var once = await VectorAsync("alpha beta");
        var often = await VectorAsync("alpha beta alpha beta alpha beta alpha beta alpha beta alpha beta");

        Assert.InRange(Cosine(once, often), 0.8, 0.999);
    }

    [Fact]
    public async Task Batch_GivesTheVectorsOfItsTextsInOrder()
    {
        using var embedder = new FeatureHashingEmbedder(64);

        var batch = await embedder.GenerateAsync(["one lease", "two leases"], cancellationToken: TestContext.Current.CancellationToken);
        var second = await embedder.GenerateVectorAsync("two leases", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, batch.Count);
        Assert.Equal(second.ToArray(), batch[1].Vector.ToArray());
        Assert.Equal(64, second.Length);
    }

    [Fact]
    public void NoDimensions_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeatureHashingEmbedder(0));

    [Fact]
    public void Metadata_TellsNameAndDimensions()
    {
        using var embedder = new FeatureHashingEmbedder(64);

        var metadata = embedder.GetService<EmbeddingGeneratorMetadata>();

        Assert.Equal(("feature-hashing", 64), (metadata?.DefaultModelId, metadata?.DefaultModelDimensions));
        Assert.Same(embedder, embedder.GetService<FeatureHashingEmbedder>());
        Assert.Null(embedder.GetService<TimeProvider>());
    }

    private static async Task<ReadOnlyMemory<float>> VectorAsync(string text)
    {
        using var embedder = new FeatureHashingEmbedder();
        return await embedder.GenerateVectorAsync(text, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static int[] Places(ReadOnlyMemory<float> vector) =>
        [.. vector.ToArray().Index().Where(place => place.Item != 0).Select(place => place.Index)];

    private static double Cosine(ReadOnlyMemory<float> left, ReadOnlyMemory<float> right) =>
        left.ToArray().Zip(right.ToArray(), (a, b) => (double)a * b).Sum();
}
