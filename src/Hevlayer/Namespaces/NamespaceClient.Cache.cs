namespace Hevlayer;

public sealed partial class NamespaceClient
{
    /// <summary>
    /// Warms the caches in front of the namespace, one step for each cache. Calls
    /// <c>GET /v1/namespaces/{namespace}/hint_cache_warm</c>.
    /// </summary>
    /// <param name="steps">Which caches to warm; null for all but blobs.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What each step did; documents are warmed by a job that may still run.</returns>
    /// <exception cref="ArgumentException">Blobs are asked for without a budget, or a number is out of range.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope read.</exception>
    public Task<HintCacheWarmResponse> WarmNamespaceAsync(WarmSteps? steps = null, CancellationToken cancellationToken = default)
    {
        steps ??= new();
        Require.Positive(steps.BlobBudgetBytes, "steps.BlobBudgetBytes");
        Require.InRange(steps.PageSize, GatewayLimits.HintCacheWarm.MinPageSize, GatewayLimits.HintCacheWarm.MaxPageSize, "steps.PageSize");
        if (steps.Blobs && steps.BlobBudgetBytes is null)
        {
            throw new ArgumentException("Blobs are to be warmed without a limit; set BlobBudgetBytes to the most bytes they may take.", nameof(steps));
        }

        // Each step is said in full: left out, the gateway would pass the whole call on to the vector store.
        return _scope.Api.HintCacheWarmAsync(Name, steps.Turbopuffer, steps.Documents, steps.Snapshots, steps.Blobs, steps.BlobBudgetBytes, steps.PageSize, options: _scope.Call, cancellationToken: cancellationToken);
    }

    /// <summary>
    /// Reads the documents of the namespace into the gateway's cache and waits until that is done. Calls
    /// <c>POST /v2/namespaces/{namespace}/warm</c> and <c>GET /v2/namespaces/{namespace}/warm-jobs/{job_id}</c>.
    /// </summary>
    /// <param name="pageSize">Documents for each read, from 1 to 10,000; null for 1,000.</param>
    /// <param name="options">Pauses and limit of the wait; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the wait, not the job.</param>
    /// <returns>The completed job.</returns>
    /// <exception cref="ArgumentException">The page size is not from 1 to 10,000, or a pause or the limit is not more than zero.</exception>
    /// <exception cref="JobFailedException">The job failed.</exception>
    /// <exception cref="HevlayerException">A call failed or the wait ran out of time; it needs the scopes write and read.</exception>
    public async Task<WarmJob> WarmDocumentsAndWaitAsync(int? pageSize = null, JobWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        Require.InRange(pageSize, GatewayLimits.WarmCache.MinPageSize, GatewayLimits.WarmCache.MaxPageSize, nameof(pageSize));
        options = JobWait.Checked(options);
        var job = await _scope.Api.WarmCacheAsync(Name, pageSize, options: _scope.Call, cancellationToken: cancellationToken).ConfigureAwait(false);
        return await JobWait.UntilDoneAsync(
            _scope,
            job,
            JobState.Of,
            (id, token) => _scope.Api.GetWarmJobAsync(Name, id, options: _scope.Call, cancellationToken: token),
            options,
            cancellationToken).ConfigureAwait(false);
    }
}
