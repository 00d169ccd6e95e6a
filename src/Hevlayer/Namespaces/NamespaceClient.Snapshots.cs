namespace Hevlayer;

public sealed partial class NamespaceClient
{
    /// <summary>Waits for a snapshot. See <see cref="IHevlayerClient.WaitForSnapshotAsync"/>.</summary>
    /// <param name="after">Earliest watermark, by the gateway's clock.</param>
    /// <param name="options">Pause and limit; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="HevlayerException">The call failed or the wait ran out of time.</exception>
    public Task<SnapshotHistoryEntry> WaitForSnapshotAsync(DateTimeOffset after, SnapshotWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        SnapshotWait.RunAsync(_scope, Name, after, options, cancellationToken);

    /// <summary>
    /// Makes a snapshot of one field now and waits until it is written. Calls <c>POST /v2/namespaces/{namespace}/snapshots</c>
    /// and <c>GET /v2/namespaces/{namespace}/snapshot-jobs/{job_id}</c>.
    /// </summary>
    /// <param name="request">Field, source and filters.</param>
    /// <param name="options">Pauses and limit of the wait; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the wait, not the job.</param>
    /// <returns>The completed job with the snapshot's sha.</returns>
    /// <exception cref="ArgumentException">The field is empty, or a pause or the limit is not more than zero.</exception>
    /// <exception cref="JobFailedException">The job failed.</exception>
    /// <exception cref="HevlayerException">A call failed or the wait ran out of time; it needs the scopes write and read.</exception>
    public async Task<SnapshotJob> CreateSnapshotAndWaitAsync(CreateSnapshotRequest request, JobWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Require.Id(request.Field, "request.Field");
        options = JobWait.Checked(options);
        var job = await _scope.Api.CreateSnapshotAsync(Name, request, options: _scope.Call, cancellationToken: cancellationToken).ConfigureAwait(false);
        return await JobWait.UntilDoneAsync(
            _scope,
            job,
            JobState.Of,
            (id, token) => _scope.Api.GetSnapshotJobAsync(Name, id, options: _scope.Call, cancellationToken: token),
            options,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The checkpoints of the namespace, newest first. Calls <c>GET /v2/namespaces/{namespace}/checkpoints</c>.</summary>
    /// <param name="pageSize">Checkpoints for each call; null for the gateway's own number.</param>
    /// <exception cref="ArgumentException">The page size is not more than zero.</exception>
    public CursorList<Checkpoint> ListCheckpoints(int? pageSize = null)
    {
        Require.Positive(pageSize, nameof(pageSize));
        return new(async (cursor, token) =>
        {
            var page = await _scope.Api.ListCheckpointsAsync(Name, pageSize, cursor, options: _scope.Call, cancellationToken: token).ConfigureAwait(false);
            return new(page.Checkpoints, page.NextCursor);
        });
    }

    /// <summary>Names the current state of the namespace. Calls <c>POST /v2/namespaces/{namespace}/checkpoints</c>.</summary>
    /// <param name="label">Name of the checkpoint.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The label is empty.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write and is not retried when its outcome is unknown.</exception>
    public Task<Checkpoint> CreateCheckpointAsync(string label, CancellationToken cancellationToken = default) =>
        _scope.Api.CreateCheckpointAsync(Name, new() { Label = Require.Id(label) }, options: _scope.Call, cancellationToken: cancellationToken);
}
