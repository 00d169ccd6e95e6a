namespace Hevlayer.Local;

/// <summary>A document of a pipeline. Only <see cref="StageBoard"/> changes its place.</summary>
internal sealed class QueuedDocument(string id, long order, string stage)
{
    public string Id { get; } = id;

    /// <summary>Place in line: documents are claimed in the order in which they were staged.</summary>
    public long Order { get; set; } = order;

    public string Stage { get; set; } = stage;

    public DocumentLease? Lease { get; set; }

    public string? FailedReason { get; set; }

    /// <summary>The staged chunks as the JSON that is served; null once their bodies are lost.</summary>
    public byte[]? Chunks { get; set; } = "[]"u8.ToArray();

    public int FailedReads { get; set; }
}
