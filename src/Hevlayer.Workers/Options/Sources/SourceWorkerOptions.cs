namespace Hevlayer.Workers;

/// <summary>
/// Where a source worker stages documents, and within which limits it works. Bound from the operator's variable
/// <c>HEVLAYER_PIPELINE_ID</c>, then from the configuration section <c>Hevlayer:Source</c> (<c>Hevlayer:Source:name</c> for
/// a named worker), then from code; checked when the host starts. Where the messages come from is said by
/// <c>HEVLAYER_SOURCE_REF</c>, see <see cref="SourceReference"/>.
/// </summary>
public sealed class SourceWorkerOptions : IWorkerOptions<SourceWorkerOptions>
{
    /// <summary>The pipeline that documents are staged in.</summary>
    /// <value>Default: <c>HEVLAYER_PIPELINE_ID</c>; required.</value>
    public string PipelineId { get; set; } = string.Empty;

    /// <summary>
    /// Pipelines that each document is staged in, too, before <see cref="PipelineId"/>: those of an index that is being built beside the live one,
    /// or that was live before (<c>MigrateAsync</c>). A message is acknowledged when all have it.
    /// </summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> AlsoInto { get; set; } = [];

    /// <summary>Most messages that are received by one call.</summary>
    /// <value>Default: 10, the most that SQS gives.</value>
    public int ReceiveLimit { get; set; } = 10;

    /// <summary>Most documents that are worked on at the same time.</summary>
    /// <value>Default: 8.</value>
    public int MaxConcurrentDocuments { get; set; } = 8;

    /// <summary>
    /// Most messages that are held at the same time: those being worked on, those received ahead and those that wait for the
    /// gateway. With <see cref="MaxStagedBytes"/> it bounds the memory.
    /// </summary>
    /// <value>Default: 20.</value>
    public int MaxHeldMessages { get; set; } = 20;

    /// <summary>
    /// Longest time that the mapper and the chunker may take together for one message, and again the longest for one call
    /// that stages the chunks. The first is a failure of the message, the second one of the gateway.
    /// </summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Longest time for one call that acknowledges, rejects or renews a message; for messages with a lease a sixth of it,
    /// when that is shorter.
    /// </summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan SourceTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Pause from one receive that found nothing to the next, counted from when the first was sent: none after a long poll
    /// that waited as long itself.
    /// </summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan IdlePause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Longest pause before the next receive after receives failed, or while document after document fails and none
    /// succeeds.
    /// </summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan MaxErrorPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Most chunks of one document; a document with more is dead-lettered.</summary>
    /// <value>Default: 100,000.</value>
    public int MaxChunksPerDocument { get; set; } = 100_000;

    /// <summary>
    /// Most bytes that the chunks of one document have together, texts, ids and metadata counted as UTF-8; a document with
    /// more is dead-lettered. JSON may take up to six times as much, and the gateway takes 512 MiB.
    /// </summary>
    /// <value>Default: 64 MiB.</value>
    public long MaxStagedBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>
    /// Whether a document without chunks is skipped: its message is acknowledged, and what was staged or indexed for it
    /// before stays. When false, it is dead-lettered, so that somebody notices.
    /// </summary>
    /// <value>Default: false.</value>
    public bool SkipEmpty { get; set; }

    /// <summary>
    /// Whether the first chunk of a document carries the trace context in its metadata, as <c>traceparent</c>, for the
    /// workers that read it.
    /// </summary>
    /// <value>Default: true.</value>
    public bool CarryTrace { get; set; } = true;

    /// <summary>
    /// Whether a document is left as it is when the index has all that it says and nothing else was staged since: its message
    /// is acknowledged and counts as skipped. That is asked about all documents at once that are worked on: three calls
    /// for up to 200 documents, as many as <see cref="MaxConcurrentDocuments"/> and <see cref="MaxHeldMessages"/> allow. The
    /// embedding worker of the pipeline must set <see cref="EmbeddingOptions.MarkCompleted"/>, and stands alone: where a worker
    /// before it stages other chunks, every document is staged. The key needs the scopes read and write.
    /// </summary>
    /// <value>Default: false.</value>
    public bool SkipUnchanged { get; set; }

    /// <summary>
    /// The embedding options of the worker that indexes the documents; read where <see cref="SkipUnchanged"/> is set. What
    /// makes the vectors is told by the embedding generator of the container, where there is one, unless
    /// <see cref="EmbeddingOptions.Embedder"/> names it.
    /// </summary>
    /// <value>Default: those of a worker that sets none.</value>
    public EmbeddingOptions Embedding { get; set; } = new();

    /// <summary>
    /// How long the loop may show no sign of life before the worker counts as stuck. A receive is given up after half of
    /// it, so that must be more than the source's long poll.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan LivenessLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>When a message is received again, and when it is rejected permanently.</summary>
    public SourceRetryOptions Retry { get; set; } = new();

    /// <summary>How the worker ends.</summary>
    public WorkerShutdownOptions Shutdown { get; set; } = new();

    SourceWorkerOptions IWorkerOptions<SourceWorkerOptions>.Copy()
    {
        var copy = (SourceWorkerOptions)MemberwiseClone();
        copy.Retry = Retry.Copy();
        copy.Shutdown = Shutdown.Copy();
        copy.Embedding = Embedding.Copy();
        return copy;
    }

    internal WorkLimits ToLimits(string worker) => new()
    {
        Worker = worker,
        Items = "messages",
        TakeLimit = ReceiveLimit,
        MaxConcurrent = MaxConcurrentDocuments,
        MaxHeld = MaxHeldMessages,
        MaxAhead = MaxHeldMessages,
        IdlePause = IdlePause,
        MaxIdlePause = IdlePause,
        MaxErrorPause = MaxErrorPause,
        LivenessLimit = LivenessLimit,
        Retry = Retry.ToLimits(),
        Shutdown = Shutdown,
    };
}
