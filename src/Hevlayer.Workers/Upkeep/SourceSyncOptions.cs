namespace Hevlayer.Workers;

/// <summary>What a synchronization with a source may delete.</summary>
public sealed class SourceSyncOptions
{
    /// <summary>
    /// Largest share of the known documents that may be deleted, from 0 to 1: a source that lists too little by mistake
    /// would empty the index.
    /// </summary>
    /// <value>Default: 0.2.</value>
    public double MaxDeletedShare { get; set; } = 0.2;

    /// <summary>
    /// Start of the ids that the source is answerable for; documents with other ids stay. Needed where several pipelines
    /// share a namespace.
    /// </summary>
    /// <value>Default: null, all.</value>
    public string? DocumentIdPrefix { get; set; }

    /// <summary>Whether nothing is deleted, and the report only tells what would be; too many are no error then.</summary>
    /// <value>Default: false.</value>
    public bool DryRun { get; set; }
}
