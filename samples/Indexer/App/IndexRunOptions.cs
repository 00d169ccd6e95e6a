namespace Hevlayer.Indexer;

/// <summary>Where index runs send their documents, and which pipeline takes them from there.</summary>
internal sealed class IndexRunOptions
{
    /// <summary>Address of the source queue; variable <c>QUEUE_URL</c>.</summary>
    public string QueueUrl { get; set; } = string.Empty;

    /// <summary>The pipeline; variable <c>HEVLAYER_PIPELINE_ID</c>, default <c>products</c>.</summary>
    public string PipelineId { get; set; } = "products";

    /// <summary>The namespace that the pipeline writes; default <c>products</c>.</summary>
    public string TargetNamespace { get; set; } = "products";

    /// <summary>Pause between two looks at the source queue; default 2 seconds.</summary>
    public TimeSpan QueuePollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long after its documents were sent a run does not believe that the queue is empty, because the counts of SQS take
    /// about a minute to become right; default 1 minute. Zero for a queue that counts exactly.
    /// </summary>
    public TimeSpan QueueSettleTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Ended runs that are remembered; default 100.</summary>
    public int RememberedRuns { get; set; } = 100;

    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Problem => Uri.TryCreate(QueueUrl, UriKind.Absolute, out _) ? null : "QueueUrl";

    /// <summary>Takes over the variables.</summary>
    public void Apply(IConfiguration configuration)
    {
        QueueUrl = configuration["QUEUE_URL"] ?? QueueUrl;
        PipelineId = configuration["HEVLAYER_PIPELINE_ID"] ?? PipelineId;
    }
}
