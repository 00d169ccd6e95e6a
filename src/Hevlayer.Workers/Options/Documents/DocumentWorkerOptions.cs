namespace Hevlayer.Workers;

/// <summary>
/// What a worker claims and within which limits it works. Bound from the variables of the operator
/// (<c>HEVLAYER_PIPELINE_ID</c>, <c>HEVLAYER_WORKER_ID</c>), then from the configuration section
/// <c>Hevlayer:Worker</c> (<c>Hevlayer:Worker:name</c> for a named worker), then from code; checked when the host starts.
/// </summary>
public sealed class DocumentWorkerOptions : IWorkerOptions<DocumentWorkerOptions>
{
    /// <summary>
    /// The pipeline whose documents are claimed.
    /// <value>Default: <c>HEVLAYER_PIPELINE_ID</c>; required.</value>
    /// </summary>
    public string PipelineId { get; set; } = string.Empty;

    /// <summary>
    /// The holder of the leases; no two running workers may share it.
    /// <value>Default: <c>HEVLAYER_WORKER_ID</c>, else the host name (<c>HOSTNAME</c>), else the name of the machine with the
    /// process id; a named worker adds its name.</value>
    /// </summary>
    public string WorkerId { get; set; } = string.Empty;

    /// <summary>
    /// Stage that documents are claimed from, and released to.
    /// <value>Default: <c>pending</c>.</value>
    /// </summary>
    public string Stage { get; set; } = DocumentStage.Pending.Value;

    /// <summary>
    /// Stage that documents are in while this worker holds them.
    /// <value>Default: <c>embedding</c>.</value>
    /// </summary>
    public string ClaimStage { get; set; } = DocumentStage.Embedding.Value;

    /// <summary>
    /// Start of the ids of the documents to claim.
    /// <value>Default: null, all.</value>
    /// </summary>
    public string? DocumentIdPrefix { get; set; }

    /// <summary>
    /// Length of a lease, in whole seconds; it is renewed at a third of it. After a crash the documents can be claimed
    /// again when it expires, so a short lease recovers sooner.
    /// <value>Default: 5 minutes; at least 1 second.</value>
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Most documents that are claimed by one call.
    /// <value>Default: 16.</value>
    /// </summary>
    public int ClaimLimit { get; set; } = 16;

    /// <summary>
    /// Most documents that are worked on at the same time.
    /// <value>Default: 16.</value>
    /// </summary>
    public int MaxConcurrentDocuments { get; set; } = 16;

    /// <summary>
    /// Most documents that are held under a lease at the same time: those being worked on, those claimed ahead and those that
    /// wait for another attempt.
    /// <value>Default: 48.</value>
    /// </summary>
    public int MaxHeldDocuments { get; set; } = 48;

    /// <summary>
    /// Chunks that are in memory at the same time, in bytes (two for a character); above it no further document is read. One
    /// document that is larger is worked on alone. The vectors of an embedding worker (four bytes a component) and the bodies
    /// of its writes may take as much again, each.
    /// <value>Default: 64 MiB.</value>
    /// </summary>
    public long MaxBufferedBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>
    /// Largest body of a write of rows, in bytes, about; a document with more rows is written in several.
    /// <value>Default: 8 MiB.</value>
    /// </summary>
    public long MaxWriteBytes { get; set; } = 8L * 1024 * 1024;

    /// <summary>
    /// How rows are written to the index.
    /// <value>Default: <see cref="RowRoute.Guarded"/>.</value>
    /// </summary>
    public RowRoute WriteRowsWith { get; set; } = RowRoute.Guarded;

    /// <summary>
    /// How long a write that was given up may still be on its way: after it the index is looked into once more, when the
    /// document was lost meanwhile. What a process that died may have sent is looked for after the same time, up to 60 times
    /// while somebody holds the document.
    /// <value>Default: 1 minute.</value>
    /// </summary>
    public TimeSpan LateWriteDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Folder of the journal of attempts, with which a document that kills its worker is found and failed. It must outlive
    /// the process and belong to this worker alone.
    /// <value>Default: <c>HEVLAYER_STATE_DIR</c>; null keeps no journal.</value>
    /// </summary>
    public string? StateDirectory { get; set; }

    /// <summary>
    /// Whether a document's chunks are read before the handler is called. Turn it off for stages before there are chunks.
    /// <value>Default: true.</value>
    /// </summary>
    public bool ReadChunks { get; set; } = true;

    /// <summary>
    /// Longest time a handler may take for one attempt; then the attempt has failed.
    /// <value>Default: 10 minutes.</value>
    /// </summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Pause after a claim that found nothing; it doubles up to <see cref="MaxIdlePause"/> while nothing comes.
    /// <value>Default: 1 second.</value>
    /// </summary>
    public TimeSpan IdlePause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Longest pause between two claims that find nothing.
    /// <value>Default: 5 seconds.</value>
    /// </summary>
    public TimeSpan MaxIdlePause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Longest pause before the next claim after claims failed, or while document after document fails and none succeeds.
    /// <value>Default: 30 seconds.</value>
    /// </summary>
    public TimeSpan MaxErrorPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long the loop may show no sign of life before the worker counts as stuck.
    /// <value>Default: 5 minutes.</value>
    /// </summary>
    public TimeSpan LivenessLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a document is tried, and when it fails.</summary>
    public DocumentRetryOptions Retry { get; set; } = new();

    /// <summary>Where the worker writes down which documents failed, and why.</summary>
    public LedgerOptions Ledger { get; set; } = new();

    /// <summary>How the worker ends.</summary>
    public WorkerShutdownOptions Shutdown { get; set; } = new();

    /// <summary>How texts are embedded; used only by embedding workers.</summary>
    public EmbeddingOptions Embedding { get; set; } = new();

    DocumentWorkerOptions IWorkerOptions<DocumentWorkerOptions>.Copy() => Copy();

    internal DocumentWorkerOptions Copy()
    {
        var copy = (DocumentWorkerOptions)MemberwiseClone();
        copy.Retry = Retry.Copy();
        copy.Ledger = Ledger.Copy();
        copy.Shutdown = Shutdown.Copy();
        copy.Embedding = Embedding.Copy();
        return copy;
    }

    internal WorkLimits ToLimits() => new()
    {
        Worker = WorkerId,
        Items = "documents",
        TakeLimit = ClaimLimit,
        MaxConcurrent = MaxConcurrentDocuments,
        MaxHeld = MaxHeldDocuments,
        IdlePause = IdlePause,
        MaxIdlePause = MaxIdlePause,
        MaxErrorPause = MaxErrorPause,
        LivenessLimit = LivenessLimit,
        Retry = Retry.ToLimits(),
        Shutdown = Shutdown,
    };
}
