namespace Hevlayer.Workers;

/// <summary>How an index is built anew beside the one that answers.</summary>
public sealed class MigrationOptions
{
    /// <summary>The embedding options of the worker that fills the new index; its rows have ids <see cref="RowIds.ByContent"/>.</summary>
    /// <value>Default: those of a worker that sets none.</value>
    public EmbeddingOptions Embedding { get; set; } = new();

    /// <summary>Ids of documents that may have no rows in the old index, as after a failure; the others are found by their rows.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyCollection<string> Documents { get; set; } = [];

    /// <summary>
    /// The attribute in which the old index has the text of a chunk. Where it is set, a document whose chunks the gateway no longer has is
    /// built from its rows: each becomes a chunk, in the order of their ids, and its other attributes are the chunk's metadata, from which
    /// <see cref="EmbeddingOptions.Attributes"/> makes those of the new row.
    /// </summary>
    /// <value>Default: null; such documents are missing in the new index, see <see cref="MaxMissingDocuments"/>.</value>
    public string? StoredTextAttribute { get; set; }

    /// <summary>Documents that are compared together.</summary>
    /// <value>Default: 100.</value>
    public int BatchSize { get; set; } = 100;

    /// <summary>Calls that read or stage chunks at one time.</summary>
    /// <value>Default: 8.</value>
    public int MaxConcurrentCalls { get; set; } = 8;

    /// <summary>
    /// How often all documents are looked through before the migration ends without being switched over, because there was always
    /// something new. Calling it again goes on.
    /// </summary>
    /// <value>Default: 10.</value>
    public int MaxPasses { get; set; } = 10;

    /// <summary>
    /// Pause between the last document that was indexed anew and the next look at all: longer than a write can be on its way and the index
    /// of a namespace can lag behind.
    /// </summary>
    /// <value>Default: 1 minute.</value>
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Documents that the new index may lack when it is switched over to: they failed there, or their chunks are gone.</summary>
    /// <value>Default: 0.</value>
    public int MaxMissingDocuments { get; set; }

    /// <summary>
    /// Whether the new index answers when it is complete. Off, the report says that it is, and the next call with it on looks once more
    /// and switches over.
    /// </summary>
    /// <value>Default: true.</value>
    public bool SwitchOver { get; set; } = true;

    /// <summary>How to wait for the workers of the new index.</summary>
    /// <value>Default: as <see cref="HevlayerClient.WaitForDrainAsync"/> does.</value>
    public DrainOptions? Drain { get; set; }

    /// <summary>The namespace that says which index is live.</summary>
    /// <value>Default: null, <c>{pipeline}-index</c>.</value>
    public string? CardNamespace { get; set; }

    /// <summary>Measures <see cref="SettleTime"/>.</summary>
    /// <value>Default: the system's clock.</value>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
