using Hevlayer.Samples;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Indexer;

/// <summary>Decides which embedder serves: the model that was named, else the built-in one, which knows words only.</summary>
internal static partial class EmbedderChoice
{
    /// <summary>Makes the embedder and says which one it is.</summary>
    /// <param name="modelFolder">Folder with a sentence transformer; null or empty takes the built-in embedder.</param>
    /// <param name="logger">Where to say it.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The model or its vocabulary is missing.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    /// <exception cref="PlatformNotSupportedException">The process cannot take accents off, and the model needs that.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> Open(string? modelFolder, ILogger logger)
    {
        IEmbeddingGenerator<string, Embedding<float>> embedder =
            string.IsNullOrEmpty(modelFolder) ? new FeatureHashingEmbedder() : new SentenceTransformerEmbedder(modelFolder);
        var metadata = embedder.GetRequiredService<EmbeddingGeneratorMetadata>();
        LogChoice(logger, metadata.DefaultModelId, metadata.DefaultModelDimensions);
        return embedder;
    }

    [LoggerMessage(1, LogLevel.Information, "Texts are embedded with {Model}, in {Dimensions} dimensions.", EventName = "EmbedderChosen")]
    private static partial void LogChoice(ILogger logger, string? model, int? dimensions);
}
