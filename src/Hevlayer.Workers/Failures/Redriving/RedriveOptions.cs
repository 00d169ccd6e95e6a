namespace Hevlayer.Workers;

/// <summary>How failed documents are put back.</summary>
public sealed record RedriveOptions
{
    /// <summary>
    /// Most documents that are put back in a second, so that they do not crowd out new documents.
    /// </summary>
    /// <value>Default: 100. More than 0.</value>
    public double Rate { get; init; } = 100;

    /// <summary>Most documents that are put back by the run; the report says whether there are more.</summary>
    /// <value>Default: 10,000. At least 1.</value>
    public int MaxDocuments { get; init; } = 10_000;

    /// <summary>The stage to which all are put back, in place of that from which each was claimed.</summary>
    /// <value>Default: null.</value>
    public DocumentStage? Stage { get; init; }

    /// <summary>Whether documents are only counted. The gateway is asked which are failed; nothing is moved or written.</summary>
    /// <value>Default: false.</value>
    public bool DryRun { get; init; }

    /// <summary>Told after each batch.</summary>
    /// <value>Default: null.</value>
    public IProgress<RedriveProgress>? Progress { get; init; }
}
