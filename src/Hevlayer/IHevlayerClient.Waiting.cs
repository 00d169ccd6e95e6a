namespace Hevlayer;

public partial interface IHevlayerClient
{
    /// <summary>
    /// Counts of a pipeline, possibly some seconds old: the gateway caches them. Calls
    /// <c>GET /v2/pipelines/{pipeline_id}/status</c>.
    /// </summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope read.</exception>
    Task<PipelineStatus> GetPipelineStatusAsync(string pipelineId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Waits until nothing is pending and nothing is held by a worker. Documents that failed do not hold up the end: look
    /// at <see cref="PipelineStatus.FailedCount"/>. A status that may be older than the start of the wait is not believed,
    /// so the wait takes at least <see cref="HevlayerPollingOptions.StatusCacheTime"/>.
    /// </summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="options">Pause, limit and what else to wait for; null for the defaults.</param>
    /// <param name="progress">Told at each poll.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The status that showed the drained queue.</returns>
    /// <exception cref="ArgumentException">The id is empty, or an option is out of range.</exception>
    /// <exception cref="HevlayerTimeoutException">The queue was not drained within <see cref="DrainOptions.Timeout"/>.</exception>
    /// <exception cref="HevlayerException">A call failed in a way that waiting does not mend; it needs the scope read.</exception>
    Task<PipelineStatus> WaitForDrainAsync(string pipelineId, DrainOptions? options = null, IProgress<DrainProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Waits for a snapshot whose watermark is not before a point in time. Calls
    /// <c>GET /v2/namespaces/{namespace}/history</c>.
    /// </summary>
    /// <param name="namespaceName">Name of the namespace.</param>
    /// <param name="after">The point in time, by the gateway's clock; compared in milliseconds.</param>
    /// <param name="options">Pause and limit; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="ArgumentException">The name is empty, or an option is out of range.</exception>
    /// <exception cref="HevlayerTimeoutException">No such snapshot within <see cref="SnapshotWaitOptions.Timeout"/>.</exception>
    /// <exception cref="HevlayerException">A call failed in a way that waiting does not mend; it needs the scope read.</exception>
    Task<SnapshotHistoryEntry> WaitForSnapshotAsync(string namespaceName, DateTimeOffset after, SnapshotWaitOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Waits until a run is indexed and gives its snapshot: the queue drains, then a snapshot is written that holds the
    /// last write. The gateway is asked for the last write, so a snapshot from the middle of the run does not count.
    /// </summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="started">When the run began: an older snapshot does not count.</param>
    /// <param name="options">Options of both waits; null for the defaults.</param>
    /// <param name="progress">Told at each poll of the queue.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The final status, and the snapshot unless nothing was ever written to the namespace.</returns>
    /// <exception cref="ArgumentException">The id is empty, or an option is out of range.</exception>
    /// <exception cref="HevlayerTimeoutException">One of the two waits ran out of time.</exception>
    /// <exception cref="HevlayerException">A call failed in a way that waiting does not mend; it needs the scope read.</exception>
    Task<IndexRun> WaitForRunAsync(string pipelineId, DateTimeOffset started, RunOptions? options = null, IProgress<DrainProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Waits until the workers of a function are done: nothing is pending and nothing is held. Rows that failed do not hold up
    /// the end: look at <see cref="UdfStatus.FailedCount"/>. A status that may be older than the start of the wait is not
    /// believed, so the wait takes at least <see cref="HevlayerPollingOptions.StatusCacheTime"/>. Rows that no sweep has found
    /// yet are not waited for; <see cref="FunctionClient.DiscoverAndWaitAsync"/> has them found first. Calls
    /// <c>GET /v2/udfs/{udf_id}/status</c>.
    /// </summary>
    /// <param name="functionId">Id of the function.</param>
    /// <param name="options">Pauses and limit; null for the defaults.</param>
    /// <param name="progress">Told at each poll.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The status that showed the end.</returns>
    /// <exception cref="ArgumentException">The id is empty, or an option is out of range.</exception>
    /// <exception cref="HevlayerTimeoutException">The workers were not done within <see cref="JobWaitOptions.Timeout"/>; the message tells when the function is paused.</exception>
    /// <exception cref="HevlayerException">A call failed in a way that waiting does not mend; it needs the scope read.</exception>
    Task<UdfStatus> WaitForFunctionAsync(string functionId, JobWaitOptions? options = null, IProgress<FunctionProgress>? progress = null, CancellationToken cancellationToken = default);
}
