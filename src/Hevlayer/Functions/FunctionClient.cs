using System.Net;

namespace Hevlayer;

/// <summary>A handle on one function (UDF): its registration and its sweeps. It holds only the id; nothing is kept open.</summary>
public sealed class FunctionClient
{
    private readonly IHevlayerClient _client;

    /// <summary>Makes a handle; <see cref="IHevlayerClient.Function"/> is the usual way to one.</summary>
    /// <param name="client">The client, or a replacement of it in a test.</param>
    /// <param name="id">Id of the function.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public FunctionClient(IHevlayerClient client, string id)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        Id = Require.Id(id);
    }

    /// <summary>Id of the function.</summary>
    public string Id { get; }

    /// <summary>
    /// Makes sure that the function exists with a specification: creates it, or finds the one that has the id and compares
    /// what was asked for. Calls <c>POST /v2/udfs</c> and, when the id is taken, <c>GET /v2/udfs/{udf_id}</c>.
    /// </summary>
    /// <param name="spec">What the function does; members that are not set are not compared.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The function as the gateway has it.</returns>
    /// <exception cref="FunctionMismatchException">The function exists with another specification; <see cref="IHevlayerApi.UpsertUdfAsync"/> replaces it.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope admin, and read when the function exists.</exception>
    public async Task<Udf> EnsureAsync(UdfSpec spec, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        try
        {
            return await _client.Api.CreateUdfAsync(new() { Id = Id, Spec = spec }, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (HevlayerException exception) when (exception.StatusCode == HttpStatusCode.Conflict)
        {
            var existing = await _client.Api.GetUdfAsync(Id, cancellationToken: cancellationToken).ConfigureAwait(false);
            return FunctionMismatchException.ThrowIfDifferent(existing.Udf, spec);
        }
    }

    /// <summary>
    /// Has the gateway look for rows to work on and waits until the workers are done with them: a sweep has ended since the
    /// call, and nothing is pending or in work. Calls <c>POST /v2/udfs/{udf_id}/discover</c> and
    /// <c>GET /v2/udfs/{udf_id}/status</c>.
    /// </summary>
    /// <param name="namespaces">Namespaces to look through; null for those of the specification.</param>
    /// <param name="options">Pauses and limit of the wait; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the wait, not the work.</param>
    /// <returns>The status at the end; rows that failed are in <see cref="UdfStatus.FailedCount"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A pause or the limit is not more than zero.</exception>
    /// <exception cref="HevlayerTimeoutException">The work was not done within <see cref="JobWaitOptions.Timeout"/>.</exception>
    /// <exception cref="HevlayerException">A call failed; it needs the scopes admin and read.</exception>
    public async Task<UdfStatus> SweepAsync(IReadOnlyList<string>? namespaces = null, JobWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        Require.EachId(namespaces);
        options = JobWait.Checked(options);
        var before = await StatusAsync(cancellationToken).ConfigureAwait(false);
        await _client.Api.DiscoverUdfAsync(Id, new() { Namespaces = namespaces }, cancellationToken: cancellationToken).ConfigureAwait(false);
        var loop = new PollLoop(_client.Clock, options.FirstInterval, options.Timeout, options.FailureTolerance, options.MaxInterval);
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
        _client.Api.GetUdfStatusAsync(Id, cancellationToken: cancellationToken);
}
