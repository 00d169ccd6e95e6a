namespace Hevlayer.VectorData.Tests;

/// <summary>A record with a property of each kind of data.</summary>
public sealed class Tool
{
    [VectorStoreKey]
    public string Id { get; set; } = string.Empty;

    [VectorStoreData(IsIndexed = true, IsFullTextIndexed = true, StorageName = "text")]
    public string? Text { get; set; }

    [VectorStoreData]
    public string? Color { get; set; }

    [VectorStoreData]
    public int Number { get; set; }

    [VectorStoreData]
    public byte Small { get; set; }

    [VectorStoreData]
    public long Large { get; set; }

    [VectorStoreData]
    public int? Maybe { get; set; }

    [VectorStoreData]
    public bool IsSold { get; set; }

    [VectorStoreData]
    public float Weight { get; set; }

    [VectorStoreData]
    public double Length { get; set; }

    [VectorStoreData]
    public decimal Price { get; set; }

    [VectorStoreData]
    public Guid Maker { get; set; }

    [VectorStoreData]
    public DateTime MadeAt { get; set; }

    [VectorStoreData]
    public DateTimeOffset SoldAt { get; set; }

    [VectorStoreData]
    public DateOnly Day { get; set; }

    [VectorStoreData]
    public TimeOnly Time { get; set; }

    [VectorStoreData]
    public string[]? Tags { get; set; }

    [VectorStoreData]
    public List<int>? Sizes { get; set; }

    [VectorStoreVector(2)]
    public ReadOnlyMemory<float> Vector { get; set; }
}
