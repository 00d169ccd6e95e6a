using CsCheck;
using Microsoft.Extensions.AI;

namespace Hevlayer.Indexer.Tests;

public sealed class SentenceTransformerEmbedderTests
{
    private const float Tolerance = 1e-5f;

    private static readonly string[] Texts =
        ["the cat sat.", "", "dogs!", "the cat sat. the dog sat. cats!", "unable", "zebra", "猫 the 猫", "\n\t"];

    // [CLS] is 2, [SEP] is 3, [UNK] is 1.
    public static TheoryData<string, int[]> TokensOfTexts => new()
    {
        { "the cat sat.", [2, 5, 6, 7, 20, 3] },
        { "The CAT sat .", [2, 5, 6, 7, 20, 3] },
        { "dogs", [2, 8, 9, 3] },
        { "unable", [2, 10, 11, 3] },
        { "Café", [2, 12, 3] },
        { "the zebra", [2, 5, 1, 3] },
        { "line\nbreak", [2, 13, 14, 3] },
        { "猫猫", [2, 24, 24, 3] },
        { "", [2, 3] },
        { " \r\n\u00a0", [2, 3] },
    };

    [Theory]
    [MemberData(nameof(TokensOfTexts))]
    public async Task Vector_IsTheNormalizedMeanOfTheTokens(string text, int[] ids)
    {
        Assert.Equal(TinyModel.LookupVector(ids), await VectorAsync(TinyModel.Lookup(), text), Near);
        Assert.Equal(TinyModel.AttentionVector(ids), await VectorAsync(TinyModel.Attention(), text), Near);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(32)]
    public async Task Vectors_OfABatch_AreThoseOfItsTextsAloneInTheirOrder(int batchSize)
    {
        using var folder = new ModelFolder(TinyModel.Attention());
        using var embedder = new SentenceTransformerEmbedder(folder.Path, batchSize);

        var together = await embedder.GenerateAsync(Texts, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Texts.Length, together.Count);
        foreach (var (text, embedding) in Texts.Zip(together))
        {
            var alone = await embedder.GenerateVectorAsync(text, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(alone.ToArray(), embedding.Vector.ToArray(), Near);
        }
    }

    [Fact]
    public async Task LongText_IsCutOffAt256Tokens()
    {
        var cats = Enumerable.Repeat("cat", 254).ToArray();
        var vector = await VectorAsync(TinyModel.Lookup(), string.Join(' ', [.. cats, "dog", "dog"]));

        Assert.Equal(TinyModel.LookupVector([2, .. Enumerable.Repeat(6, 254), 3]), vector, Near);
    }

    [Fact]
    public async Task LongText_IsCutOffWhereTheModelSays_EvenInAWord()
    {
        using var folder = new ModelFolder();
        folder.Write("sentence_bert_config.json", """{"max_seq_length": 4, "do_lower_case": false}""");
        using var embedder = new SentenceTransformerEmbedder(folder.Path);

        var vector = await embedder.GenerateVectorAsync("cat unable", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(TinyModel.LookupVector(2, 6, 10, 3), vector.ToArray(), Near);
    }

    [Fact]
    public async Task CasedModel_KeepsCapitalsAndAccents()
    {
        using var folder = new ModelFolder();
        folder.Write("tokenizer_config.json", """{"do_lower_case": false, "strip_accents": null}""");
        using var embedder = new SentenceTransformerEmbedder(folder.Path);

        var vector = await embedder.GenerateVectorAsync("Cat café", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(TinyModel.LookupVector(2, 16, 17, 3), vector.ToArray(), Near);
    }

    [Fact]
    public async Task Vector_OfAnyText_HasLengthOne()
    {
        using var folder = new ModelFolder(TinyModel.Attention());
        using var embedder = new SentenceTransformerEmbedder(folder.Path);
        var words = Gen.Int[0, Texts.Length - 1].Select(index => Texts[index]);
        var texts = Gen.OneOf(words, Gen.String).Array[0, 5].Select(string.Concat).Array[1, 40];

        await texts.SampleAsync(async sample =>
        {
            var embeddings = await embedder.GenerateAsync(sample);
            Assert.All(embeddings, embedding => Assert.InRange(embedding.Vector.ToArray().Sum(component => (double)component * component), 0.9999, 1.0001));
        });
    }

    [Fact]
    public async Task NoTexts_GiveNoVectors()
    {
        using var folder = new ModelFolder();
        using var embedder = new SentenceTransformerEmbedder(folder.Path);

        Assert.Empty(await embedder.GenerateAsync([], cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Vectors_OfManyCallersAtATime_AreTheirOwn()
    {
        using var folder = new ModelFolder();
        using var embedder = new SentenceTransformerEmbedder(folder.Path, batchSize: 4);
        var expected = await embedder.GenerateAsync(Texts, cancellationToken: TestContext.Current.CancellationToken);

        var all = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => embedder.GenerateAsync(Texts, cancellationToken: TestContext.Current.CancellationToken)));

        Assert.All(all, vectors => Assert.All(vectors.Zip(expected), pair => Assert.Equal(pair.Second.Vector.ToArray(), pair.First.Vector.ToArray())));
    }

    [Fact]
    public void Metadata_TellsTheFoldersNameAndTheDimensions()
    {
        using var folder = new ModelFolder();
        using var embedder = new SentenceTransformerEmbedder(folder.Path + Path.DirectorySeparatorChar);

        var metadata = embedder.GetService<EmbeddingGeneratorMetadata>();

        Assert.Equal(("tiny-model", TinyModel.Hidden), (metadata?.DefaultModelId, metadata?.DefaultModelDimensions));
        Assert.Same(embedder, embedder.GetService<SentenceTransformerEmbedder>());
        Assert.Null(embedder.GetService<TimeProvider>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void EmptyBatches_AreRefused(int batchSize) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SentenceTransformerEmbedder("nowhere", batchSize));

    private static async Task<float[]> VectorAsync(byte[] model, string text)
    {
        using var folder = new ModelFolder(model);
        using var embedder = new SentenceTransformerEmbedder(folder.Path);
        return (await embedder.GenerateVectorAsync(text, cancellationToken: TestContext.Current.CancellationToken)).ToArray();
    }

    private static bool Near(float expected, float actual) => Math.Abs(expected - actual) < Tolerance;
}
