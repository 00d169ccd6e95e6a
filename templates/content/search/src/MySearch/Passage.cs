using Microsoft.Extensions.VectorData;

namespace MySearch;

/// <summary>A piece of text, under the names that the indexing workers use.</summary>
internal sealed class Passage
{
    [VectorStoreKey]
    public string Id { get; set; } = string.Empty;

    [VectorStoreData(StorageName = "text", IsFullTextIndexed = true)]
    public string? Text { get; set; }

    [VectorStoreVector(Embedder.Dimensions, DistanceFunction = DistanceFunction.CosineSimilarity)]
    public string? Embedded => Text;
}
