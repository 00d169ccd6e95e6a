using System.Globalization;
using Microsoft.Extensions.AI;

namespace Hevlayer.Workers;

/// <summary>What makes the vectors, as a text: rows of another embedder have other ids.</summary>
internal static class EmbedderId
{
    /// <summary>The id that the options give, else the model and the dimension that the generator tells of itself; empty where neither does.</summary>
    public static string Of(IEmbeddingGenerator? generator, EmbeddingOptions options)
    {
        if (options.Embedder is { } given)
        {
            return given;
        }

        var told = generator?.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        return string.Create(CultureInfo.InvariantCulture, $"{told?.DefaultModelId}/{told?.DefaultModelDimensions}");
    }

    /// <summary>What rows say of it: the prefix of the texts belongs to it.</summary>
    public static string WithPrefix(string id, EmbeddingOptions options) => options.Prefix.Length == 0 ? id : $"{id} '{options.Prefix}'";
}
