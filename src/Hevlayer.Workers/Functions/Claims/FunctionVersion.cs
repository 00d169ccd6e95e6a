using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>The version that a worker computes, and the one that the gateway marks rows with. Thread safe.</summary>
internal sealed class FunctionVersion(FunctionWorkerOptions options, IFunctionGateway gateway, TimeProvider clock, ILogger log)
{
    // What EnsureVersionAsync leaves when it is interrupted.
    private const string Pending = "-pending";

    private readonly string? _ours = options.WorksFor;
    private volatile bool _isEnsured;
    private volatile bool _isOther;
    private long _otherSince;

    /// <summary>Whether the worker computes one version and no other.</summary>
    public bool Matters => _ours is not null;

    /// <summary>Ends when rows may be claimed: the function is registered, and its version is not known to be another.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="InvalidOperationException">The gateway has another version.</exception>
    /// <exception cref="HevlayerException">A call failed, or the function is registered in a way that cannot be replaced.</exception>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        if (!_isEnsured)
        {
            await EnsureAsync(cancellationToken);
            _isEnsured = true;
        }

        if (!_isOther)
        {
            return;
        }

        var theirs = await gateway.VersionAsync(cancellationToken);
        if (IsToBeReplaced(theirs))
        {
            await EnsureAsync(cancellationToken);
            theirs = await gateway.VersionAsync(cancellationToken);
        }

        _isOther = !IsOurs(theirs);
        if (_isOther)
        {
            throw new InvalidOperationException($"The function '{options.FunctionId}' has version '{theirs}' at the gateway, and this worker computes '{_ours}'.");
        }
    }

    /// <summary>Asks for the version; false when it is another. Until that is over, nothing more is claimed.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<bool> IsOursAsync(CancellationToken cancellationToken)
    {
        var theirs = await gateway.VersionAsync(cancellationToken);
        if (!IsOurs(theirs))
        {
            Volatile.Write(ref _otherSince, clock.GetTimestamp());
            _isOther = true;
            log.OtherVersion(options.FunctionId, theirs, options.WorkerId, _ours!);
        }

        return IsOurs(theirs);
    }

    // Without an order, workers of two versions would replace each other's forever.
    private bool IsToBeReplaced(string theirs) => !IsOurs(theirs)
        && (string.Equals(theirs, _ours + Pending, StringComparison.Ordinal) || clock.GetElapsedTime(Volatile.Read(ref _otherSince)) >= options.VersionPatience);

    private async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (options.Spec is { } spec)
        {
            await gateway.EnsureAsync(spec, cancellationToken);
            log.FunctionEnsured(options.FunctionId, spec.Version ?? string.Empty);
        }
    }

    private bool IsOurs(string version) => string.Equals(version, _ours, StringComparison.Ordinal);
}
