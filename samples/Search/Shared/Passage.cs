using Microsoft.Extensions.VectorData;

namespace Hevlayer.Samples.Search;

/// <summary>A piece of text under the names that the indexing workers use. The text is embedded by the store.</summary>
internal sealed class Passage
{
    [VectorStoreKey]
    public string Id { get; set; } = string.Empty;

    [VectorStoreData(StorageName = "text", IsFullTextIndexed = true)]
    public string? Text { get; set; }

    [VectorStoreData(StorageName = "document")]
    public string? Document { get; set; }

    [VectorStoreVector(256, DistanceFunction = DistanceFunction.CosineSimilarity)]
    public string? Embedded => Text;
}
