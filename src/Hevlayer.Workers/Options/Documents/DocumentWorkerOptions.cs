namespace Hevlayer.Workers;

/// <summary>
/// What a worker claims and within which limits it works. Bound from the variables of the operator
/// (<c>HEVLAYER_PIPELINE_ID</c>, <c>HEVLAYER_WORKER_ID</c>), then from the configuration section
/// <c>Hevlayer:Worker</c> (<c>Hevlayer:Worker:name</c> for a named worker), then from code; checked when the host starts.
/// </summary>
public sealed class DocumentWorkerOptions : IWorkerOptions<DocumentWorkerOptions>
{
    /// <summary>The pipeline whose documents are claimed.</summary>
    /// <value>Default: <c>HEVLAYER_PIPELINE_ID</c>; required.</value>
    public string PipelineId { get; set; } = string.Empty;

    /// <summary>The holder of the leases; no two running workers may share it.</summary>
    /// <value>Default: <c>HEVLAYER_WORKER_ID</c>, else the host name (<c>HOSTNAME</c>), else the name of the machine with
    /// the process id; a named worker adds its name.</value>
    public string WorkerId { get; set; } = string.Empty;

    /// <summary>Stage that documents are claimed from, and released to.</summary>
    /// <value>Default: <c>pending</c>.</value>
    public string Stage { get; set; } = DocumentStage.Pending.Value;

    /// <summary>Stage that documents are in while this worker holds them.</summary>
    /// <value>Default: <c>embedding</c>.</value>
    public string ClaimStage { get; set; } = DocumentStage.Embedding.Value;

    /// <summary>Start of the ids of the documents to claim.</summary>
    /// <value>Default: null, all.</value>
    public string? DocumentIdPrefix { get; set; }

    /// <summary>
    /// Length of a lease, in whole seconds; it is renewed at a third of it. After a crash the documents can be claimed
    /// again when it expires, so a short lease recovers sooner.
    /// </summary>
    /// <value>Default: 5 minutes; at least 1 second.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Most documents that are claimed by one call.</summary>
    /// <value>Default: 16.</value>
    public int ClaimLimit { get; set; } = 16;

    /// <summary>
    /// Most documents that are worked on at the same time. One whose rows wait to be written has left its place to the next.
    /// </summary>
    /// <value>Default: 16.</value>
    public int MaxConcurrentDocuments { get; set; } = 16;

    /// <summary>
    /// Most documents that are held under a lease at the same time: those being worked on, those claimed ahead, those that wait for
    /// another attempt, and those whose rows are being written. Those that have no rows to write yet are at most
    /// <see cref="MaxConcurrentDocuments"/> and twice <see cref="ClaimLimit"/>. A store that is slow to write needs many:
    /// documents a second times the seconds of a write.
    /// </summary>
    /// <value>Default: 256.</value>
    public int MaxHeldDocuments { get; set; } = 256;

    /// <summary>
    /// Chunks that are in memory at the same time, in bytes (two for a character); above it no further document is read. One
    /// document that is larger is worked on alone, but for those that were read ahead, at most a quarter of this. The vectors of an embedding worker (four bytes a component) and the bodies
    /// of its writes may take as much again, each.
    /// </summary>
    /// <value>Default: 64 MiB.</value>
    public long MaxBufferedBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>
    /// Largest body of a write of rows, in bytes, about; a document with more rows is written in several, and documents with
    /// fewer share one.
    /// </summary>
    /// <value>Default: 8 MiB.</value>
    public long MaxWriteBytes { get; set; } = 8L * 1024 * 1024;

    /// <summary>How rows are written to the index.</summary>
    /// <value>Default: <see cref="RowRoute.Guarded"/>.</value>
    public RowRoute WriteRowsWith { get; set; } = RowRoute.Guarded;

    /// <summary>
    /// How long a write that was given up may still be on its way: after it the index is looked into once more, when the
    /// document was lost meanwhile. What a process that died may have sent is looked for after the same time, up to 60 times
    /// while somebody holds the document.
    /// </summary>
    /// <value>Default: 1 minute.</value>
    public TimeSpan LateWriteDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Folder of the journal of attempts, with which a document that kills its worker is found and failed. It must outlive
    /// the process and belong to this worker alone.
    /// </summary>
    /// <value>Default: <c>HEVLAYER_STATE_DIR</c>; null keeps no journal.</value>
    public string? StateDirectory { get; set; }

    /// <summary>
    /// Whether a document's chunks are read before the handler is called. Turn it off for stages before there are chunks.
    /// </summary>
    /// <value>Default: true.</value>
    public bool ReadChunks { get; set; } = true;

    /// <summary>Longest time a handler may take for one attempt; then the attempt has failed.</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Pause after a claim that found nothing; it doubles up to <see cref="MaxIdlePause"/> while nothing comes.
    /// </summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan IdlePause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause between two claims that find nothing.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan MaxIdlePause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Longest pause before the next claim after claims failed, or while document after document fails and none succeeds.
    /// </summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan MaxErrorPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the loop may show no sign of life before the worker counts as stuck.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan LivenessLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a document is tried, and when it fails.</summary>
    public DocumentRetryOptions Retry { get; set; } = new();

    /// <summary>How rows of several documents share a write.</summary>
    public RowWriteOptions Writes { get; set; } = new();

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
        copy.Writes = Writes.Copy();
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
        MaxAhead = (int)Math.Min(MaxHeldDocuments, MaxConcurrentDocuments + (2L * ClaimLimit)),
        IdlePause = IdlePause,
        MaxIdlePause = MaxIdlePause,
        MaxErrorPause = MaxErrorPause,
        LivenessLimit = LivenessLimit,
        Retry = Retry.ToLimits(),
        Shutdown = Shutdown,
    };
}
