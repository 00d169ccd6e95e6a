using System.Runtime.CompilerServices;

namespace Hevlayer;

public sealed partial class NamespaceClient
{
    /// <summary>
    /// Counts the rows that match. Check <see cref="ScanCountResponse.Bounded"/>, <see cref="ScanCountResponse.TimedOut"/>
    /// and <see cref="ScanCountResponse.Approximate"/>: a count may be a lower bound. Calls
    /// <c>POST /v2/namespaces/{namespace}/scans</c> in count mode.
    /// </summary>
    /// <param name="request">Filters and source; null for all rows. Its mode is left unset or count.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The request asks for another mode.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope read.</exception>
    public async Task<ScanCountResponse> CountAsync(CreateScanRequest? request = null, CancellationToken cancellationToken = default)
    {
        var outcome = await _scope.Api.CreateScanAsync(Name, ScanRules.InMode(request, ScanMode.Count), options: _scope.Call, cancellationToken: cancellationToken).ConfigureAwait(false);
        return outcome.Count ?? throw new HevlayerException("The gateway answered a count with a job.");
    }

    /// <summary>Starts a scan for ids or values. Calls <c>POST /v2/namespaces/{namespace}/scans</c>.</summary>
    /// <param name="request">What to scan; ids when no mode is set.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The job, which may have ended already; <see cref="WaitForScanAsync"/> waits for it.</returns>
    /// <exception cref="ArgumentException">
    /// The request asks for a count, for which there is <see cref="CountAsync"/>; for values of no field; or for ids by Fts,
    /// HybridText or Ann.
    /// </exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope read.</exception>
    public async Task<ScanJob> StartScanAsync(CreateScanRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var mode = request.Mode ?? ScanMode.Ids;
        if (mode == ScanMode.Count)
        {
            throw new ArgumentException("The mode is count, which has no job; call CountAsync.", nameof(request));
        }

        var outcome = await _scope.Api.CreateScanAsync(Name, ScanRules.Checked(request, mode, nameof(request)), options: _scope.Call, cancellationToken: cancellationToken).ConfigureAwait(false);
        return outcome.Job ?? throw new HevlayerException("The gateway answered a scan with a count.");
    }

    /// <summary>Waits for a scan. Calls <c>GET /v2/namespaces/{namespace}/scans/{scan_id}</c>.</summary>
    /// <param name="scanId">Id of the scan.</param>
    /// <param name="options">Pauses and limit; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the wait, not the scan.</param>
    /// <returns>The completed scan.</returns>
    /// <exception cref="JobFailedException">The scan failed.</exception>
    /// <exception cref="HevlayerTimeoutException">It did not end within <see cref="JobWaitOptions.Timeout"/>.</exception>
    /// <exception cref="HevlayerException">A call failed, with 404 when the gateway was restarted or another one answers; it needs the scope read.</exception>
    public Task<ScanJob> WaitForScanAsync(string scanId, JobWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        JobWait.UntilDoneAsync(
            _scope,
            Require.Id(scanId),
            JobState.Of,
            PollScanAsync,
            JobWait.Checked(options),
            cancellationToken);

    /// <summary>Scans for the ids of all rows that match: starts the scan, waits, and reads its pages.</summary>
    /// <param name="request">Filters and source; null for all rows. Its mode is left unset or ids.</param>
    /// <param name="options">Pauses and limit of the wait; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="ArgumentException">The request asks for another mode.</exception>
    /// <exception cref="JobFailedException">The scan failed.</exception>
    /// <exception cref="HevlayerException">A call failed; it needs the scope read.</exception>
    public IAsyncEnumerable<string> ScanIdsAsync(CreateScanRequest? request = null, JobWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        ScanAsync<string>(ScanRules.InMode(request, ScanMode.Ids), static page => page.Ids is { } ids ? (ids.Ids, ids.Total) : null, JobWait.Checked(options), cancellationToken);

    /// <summary>Scans for the distinct values of a field and how many rows have each: starts the scan, waits, and reads its pages.</summary>
    /// <param name="field">Field whose values are wanted.</param>
    /// <param name="request">Filters and source; null for all rows. Its mode is left unset or values.</param>
    /// <param name="options">Pauses and limit of the wait; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="ArgumentException">The field is empty, or the request asks for another mode.</exception>
    /// <exception cref="JobFailedException">The scan failed.</exception>
    /// <exception cref="HevlayerException">A call failed; it needs the scope read.</exception>
    public IAsyncEnumerable<ScanValue> ScanValuesAsync(string field, CreateScanRequest? request = null, JobWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        ScanAsync<ScanValue>(ScanRules.InMode((request ?? new()) with { Field = Require.Id(field) }, ScanMode.Values), static page => page.Values is { } values ? (values.Values, values.Total) : null, JobWait.Checked(options), cancellationToken);

    private async IAsyncEnumerable<T> ScanAsync<T>(CreateScanRequest request, Func<ScanResults, (IReadOnlyList<T> Items, long Total)?> read, JobWaitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = await StartScanAsync(request, cancellationToken).ConfigureAwait(false);
        var job = await JobWait.UntilDoneAsync(_scope, started, JobState.Of, PollScanAsync, options, cancellationToken).ConfigureAwait(false);
        for (long offset = 0; ;)
        {
            var page = await _scope.Api.GetScanResultsAsync(Name, job.Id, GatewayLimits.GetScanResults.DefaultLimit, offset, options: _scope.Call, cancellationToken: cancellationToken).ConfigureAwait(false);
            var (items, total) = read(page) ?? throw new HevlayerException("The results of the scan are of another mode than it was started in.");
            foreach (var item in items)
            {
                yield return item;
            }

            offset += items.Count;
            // A page may be shorter than asked for and not be the last one.
            if (items.Count == 0 || (items.Count < GatewayLimits.GetScanResults.DefaultLimit && offset >= total))
            {
                yield break;
            }
        }
    }

    private Task<ScanJob> PollScanAsync(string id, CancellationToken cancellationToken) =>
        _scope.Api.GetScanAsync(Name, id, options: _scope.Call, cancellationToken: cancellationToken);
}
