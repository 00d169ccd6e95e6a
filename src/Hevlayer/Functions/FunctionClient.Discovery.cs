namespace Hevlayer;

public sealed partial class FunctionClient
{
    /// <summary>
    /// Has the gateway find rows to work on and waits until the workers are done with them: a sweep has ended since the
    /// call, and nothing is pending or held. Calls <c>POST /v2/udfs/{udf_id}/discover</c> and
    /// <c>GET /v2/udfs/{udf_id}/status</c>.
    /// </summary>
    /// <param name="namespaces">Namespaces to search; null for those of the specification.</param>
    /// <param name="options">Pauses and limit of the wait; null for the defaults.</param>
    /// <param name="progress">Told at each poll of the status.</param>
    /// <param name="cancellationToken">Stops the wait, not the work.</param>
    /// <returns>The status at the end; rows that failed are in <see cref="UdfStatus.FailedCount"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A pause or the limit is not more than zero.</exception>
    /// <exception cref="HevlayerTimeoutException">The work was not done within <see cref="JobWaitOptions.Timeout"/>; the message tells when the function is paused.</exception>
    /// <exception cref="HevlayerException">A call failed; it needs the scopes admin and read.</exception>
    public async Task<UdfStatus> DiscoverAndWaitAsync(IReadOnlyList<string>? namespaces = null, JobWaitOptions? options = null, IProgress<FunctionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Require.EachId(namespaces);
        options = JobWait.Checked(options);
        var before = await _scope.Api.GetUdfStatusAsync(Id, options: _scope.Call, cancellationToken: cancellationToken).ConfigureAwait(false);
        await _scope.Api.DiscoverUdfAsync(Id, new() { Namespaces = namespaces }, options: _scope.Call, cancellationToken: cancellationToken).ConfigureAwait(false);
        return await FunctionWait.RunAsync(
            _scope,
            Id,
            options,
            (status, _) => status.Discovery.SweepsCompleted > before.Discovery.SweepsCompleted && FunctionWait.IsDone(status),
            progress,
            cancellationToken).ConfigureAwait(false);
    }
}
