namespace Hevlayer;

/// <summary>A handle on one function (UDF): its registration and its sweeps. It holds only the id; nothing is kept open.</summary>
public sealed partial class FunctionClient
{
    private readonly ClientScope _scope;

    /// <summary>Makes a handle; <see cref="IHevlayerClient.Function"/> is the usual way to one.</summary>
    /// <param name="api">The operations: those of a client, or a stand-in of a test.</param>
    /// <param name="id">Id of the function.</param>
    /// <param name="clock">Clock of the handle's waits; null for the system's.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public FunctionClient(IHevlayerApi api, string id, TimeProvider? clock = null)
        : this(ClientScope.Over(api, clock), id)
    {
    }

    internal FunctionClient(ClientScope scope, string id)
    {
        _scope = scope;
        Id = Require.Id(id);
    }

    /// <summary>Id of the function.</summary>
    public string Id { get; }

    /// <summary>The same handle with options for each of its calls: deadlines, headers, what the replies said. See <see cref="CallOptions"/>.</summary>
    /// <param name="options">The options; they replace those that were given before.</param>
    public FunctionClient WithOptions(CallOptions options) => new(_scope.With(options), Id);

    /// <summary>
    /// Makes sure that the function exists with a specification: creates it, or finds the one that has the id and compares
    /// what was asked for. Calls <c>POST /v2/udfs</c> and, when the id is taken or the reply was lost,
    /// <c>GET /v2/udfs/{udf_id}</c>.
    /// </summary>
    /// <param name="spec">What the function does; members that are not set are not compared.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The function as the gateway has it.</returns>
    /// <exception cref="FunctionMismatchException">The function exists with another specification; <see cref="EnsureVersionAsync"/> replaces it by a new version.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope admin, and read when the function exists.</exception>
    public async Task<Udf> EnsureAsync(UdfSpec spec, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return await CreateOrFind.RunAsync(
            _scope,
            call => _scope.Api.CreateUdfAsync(new() { Id = Id, Spec = spec }, call, cancellationToken),
            async call => await FindAsync(call, cancellationToken).ConfigureAwait(false) is { } existing
                ? FunctionMismatchException.ThrowIfDifferent(existing, spec)
                : null).ConfigureAwait(false);
    }

    private async Task<Udf?> FindAsync(CallOptions? call, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _scope.Api.GetUdfAsync(Id, call, cancellationToken).ConfigureAwait(false);
            return found.Udf;
        }
        catch (HevlayerException exception) when (PollLoop.IsNotThereYet(exception))
        {
            return null;
        }
    }
}
