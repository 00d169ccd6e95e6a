namespace Hevlayer;

public sealed partial class FunctionClient
{
    /// <summary>
    /// Starts a sweep: has the gateway find rows to work on and waits until the workers are done with them: a sweep has ended since the
    /// call, and nothing is pending or in work. Calls <c>POST /v2/udfs/{udf_id}/discover</c> and
    /// <c>GET /v2/udfs/{udf_id}/status</c>.
    /// </summary>
    /// <param name="namespaces">Namespaces to search; null for those of the specification.</param>
    /// <param name="options">Pauses and limit of the wait; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the wait, not the work.</param>
    /// <returns>The status at the end; rows that failed are in <see cref="UdfStatus.FailedCount"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A pause or the limit is not more than zero.</exception>
    /// <exception cref="HevlayerTimeoutException">The work was not done within <see cref="JobWaitOptions.Timeout"/>.</exception>
    /// <exception cref="HevlayerException">A call failed; it needs the scopes admin and read.</exception>
    public async Task<UdfStatus> SweepAndWaitAsync(IReadOnlyList<string>? namespaces = null, JobWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        Require.EachId(namespaces);
        options = JobWait.Checked(options);
        var before = await StatusAsync(cancellationToken).ConfigureAwait(false);
        await _scope.Api.DiscoverUdfAsync(Id, new() { Namespaces = namespaces }, options: _scope.Call, cancellationToken: cancellationToken).ConfigureAwait(false);
        var loop = new PollLoop(_scope.Clock, options.FirstInterval, options.Timeout, options.FailureTolerance, options.MaxInterval);
        UdfStatus last = before;
        return await loop.UntilAsync(
            async token =>
            {
                last = await StatusAsync(token).ConfigureAwait(false);
                return IsDone(last, before) ? last : null;
            },
            () => FormattableString.Invariant($"the function '{Id}' is not done: {last.PendingCount} rows pending, {last.ProcessingCount} in work, {last.FailedCount} failed."),
            cancellationToken).ConfigureAwait(false);
    }

    private static bool IsDone(UdfStatus status, UdfStatus before) =>
        status.Discovery.SweepsCompleted > before.Discovery.SweepsCompleted
        && status.PendingCount == 0
        && status.ProcessingCount == 0;

    private Task<UdfStatus> StatusAsync(CancellationToken cancellationToken) =>
        _scope.Api.GetUdfStatusAsync(Id, options: _scope.Call, cancellationToken: cancellationToken);
}
