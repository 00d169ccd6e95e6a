using Microsoft.Extensions.AI;

namespace Hevlayer.Indexer;

/// <summary>
/// Embeds texts as sentence-transformers does with <c>all-MiniLM-L6-v2</c> and its like: the mean of what a BERT model
/// says of each token, brought to length 1. A text that is longer than the model reads is cut off.
/// It works on threads of the pool; any number of callers can use it at a time.
/// </summary>
internal sealed class SentenceTransformerEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>As many as sentence-transformers takes.</summary>
    public const int DefaultBatchSize = 32;

    private readonly BertTokens _tokens;
    private readonly OnnxModel _model;
    private readonly int _batchSize;
    private readonly EmbeddingGeneratorMetadata _metadata;

    /// <summary>Loads a model, and tries it.</summary>
    /// <param name="folder">Folder with <c>model.onnx</c> (or <c>onnx/model.onnx</c>), <c>vocab.txt</c> and, if it has them,
    /// <c>tokenizer_config.json</c> and <c>sentence_bert_config.json</c>.</param>
    /// <param name="batchSize">Most texts that go through the model together, at least 1. <value>Default: 32.</value></param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is zero or negative.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The model or its vocabulary is missing.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    /// <exception cref="PlatformNotSupportedException">The process cannot take accents off, and the model needs that.</exception>
    public SentenceTransformerEmbedder(string folder, int batchSize = DefaultBatchSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        var files = SentenceTransformerFolder.Open(folder);
        _batchSize = batchSize;
        _tokens = new(files);
        _model = new(files.ModelPath);
        _metadata = new(defaultModelId: files.Name, defaultModelDimensions: Dimension());
    }

    /// <inheritdoc />
    /// <exception cref="ObjectDisposedException">The embedder has been disposed of.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        return Task.Run(() => Generate(texts, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    /// <summary>Frees the model, once the last call that still runs has ended.</summary>
    public void Dispose() => _model.Dispose();

    // Texts of like length go together, so that little of a batch is filling.
    private GeneratedEmbeddings<Embedding<float>> Generate(string[] texts, CancellationToken cancellationToken)
    {
        var embeddings = new Embedding<float>[texts.Length];
        var byLength = texts.Select(_tokens.Encode).Index().OrderByDescending(text => text.Item.Length);
        foreach (var batch in byLength.Chunk(_batchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var vectors = Embed([.. batch.Select(text => text.Item)], cancellationToken);
            foreach (var (text, vector) in batch.Zip(vectors))
            {
                embeddings[text.Index] = new(vector) { ModelId = _metadata.DefaultModelId };
            }
        }

        return [.. embeddings];
    }

    private int Dimension()
    {
        try
        {
            return Embed([_tokens.Encode(string.Empty)], CancellationToken.None)[0].Length;
        }
        catch
        {
            _model.Dispose();
            throw;
        }
    }

    private float[][] Embed(int[][] texts, CancellationToken cancellationToken) =>
        _model.Embed(new(texts, _tokens.Padding), cancellationToken);
}
