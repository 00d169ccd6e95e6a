namespace Hevlayer;

public sealed partial class FunctionClient
{
    /// <summary>
    /// Makes sure that the function exists in the version of a specification: creates it, compares it, or brings it to that
    /// version, from which on the gateway finds all rows again. Members that the specification leaves open stay as they are.
    /// <para>
    /// The gateway marks a row with the version that the function has when the row is completed. So that no row is marked
    /// with a version that did not compute it, the function first gets a version that nobody computes (the wanted one with
    /// <c>-pending</c> behind it), in which workers claim nothing and what they still complete is found again; it gets the
    /// wanted one when no row is held any more. When a call is interrupted in between, any other call can finish it. Stop
    /// workers that do not check the version before.
    /// </para>
    /// Calls <c>POST /v2/udfs</c>, <c>GET /v2/udfs/{udf_id}</c>, <c>PUT /v2/udfs/{udf_id}</c> and
    /// <c>GET /v2/udfs/{udf_id}/status</c>.
    /// </summary>
    /// <param name="spec">What the function does. Versions made of numbers, such as <c>v2</c>, <c>1.4.0</c> and <c>2026-01-02</c>, have an order: an older one replaces nothing.</param>
    /// <param name="options">Pauses and limit of the wait for rows that are held; null for the defaults. The wait takes at least <see cref="HevlayerPollingOptions.StatusCacheTime"/>.</param>
    /// <param name="cancellationToken">Stops the calls and the wait.</param>
    /// <returns>The function as the gateway has it.</returns>
    /// <exception cref="ArgumentException">The version ends in <c>-pending</c>, or an option is out of range.</exception>
    /// <exception cref="FunctionMismatchException">The function exists in a newer version, or in this one with another specification.</exception>
    /// <exception cref="HevlayerTimeoutException">Rows were still held after <see cref="JobWaitOptions.Timeout"/>; the next call goes on from there.</exception>
    /// <exception cref="HevlayerException">A call failed; it needs the scopes admin, write and read.</exception>
    public async Task<Udf> EnsureVersionAsync(UdfSpec spec, JobWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        options = JobWait.Checked(options);
        if (spec.Version is not { } version)
        {
            return await EnsureAsync(spec, cancellationToken).ConfigureAwait(false);
        }

        if (FunctionVersions.IsBefore(version))
        {
            throw new ArgumentException($"The version '{version}' ends in -pending, which is the mark of a version that nobody computes.", nameof(spec));
        }

        var existing = await CreateOrFindAsync(spec, cancellationToken).ConfigureAwait(false);
        if (Decide(existing, spec, version) is not { } replacement)
        {
            return existing;
        }

        await UpsertAsync(replacement with { Version = FunctionVersions.Before(version) }, cancellationToken).ConfigureAwait(false);
        await FunctionWait.RunAsync(
            _scope,
            Id,
            options,
            (status, askedAfter) => askedAfter >= _scope.Polling.StatusCacheTime && status.ProcessingCount == 0,
            progress: null,
            cancellationToken).ConfigureAwait(false);

        // Others may have changed the function during the wait.
        existing = await CreateOrFindAsync(spec, cancellationToken).ConfigureAwait(false);
        return Decide(existing, spec, version) is { } last
            ? await UpsertAsync(last, cancellationToken).ConfigureAwait(false)
            : existing;
    }

    // The specification to put in place; null when there is nothing to do.
    private static UdfSpec? Decide(Udf existing, UdfSpec wanted, string version)
    {
        if (FunctionSpecs.FirstDifference(existing.Spec, wanted) is not { } path)
        {
            return null;
        }

        return string.Equals(existing.Spec.Version, version, StringComparison.Ordinal) ? throw FunctionMismatchException.SameVersion(existing, path)
            : existing.Spec.Version is { } theirs && FunctionVersions.IsOlder(version, theirs) ? throw FunctionMismatchException.Newer(existing, version)
            : FunctionSpecs.Join(existing.Spec, wanted);
    }

    private Task<Udf> CreateOrFindAsync(UdfSpec spec, CancellationToken cancellationToken) => CreateOrFind.RunAsync(
        _scope,
        call => _scope.Api.CreateUdfAsync(new() { Id = Id, Spec = spec }, call, cancellationToken),
        call => FindAsync(call, cancellationToken));

    private Task<Udf> UpsertAsync(UdfSpec spec, CancellationToken cancellationToken) =>
        _scope.Api.UpsertUdfAsync(Id, new() { Spec = spec }, options: _scope.Call, cancellationToken: cancellationToken);
}
