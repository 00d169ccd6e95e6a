namespace Hevlayer.Workers;

/// <summary>
/// Whether the rows of one claim are marked with the version that this worker computes. Asked after the claim: whoever brings
/// the function to another version waits for the rows that are held (<see cref="FunctionClient.EnsureVersionAsync"/>), so what
/// was ours after the claim stays ours to the end of the hold. Thread safe.
/// </summary>
/// <param name="version">The version.</param>
/// <param name="abort">Ends the question.</param>
internal sealed class ClaimedVersion(FunctionVersion version, CancellationToken abort)
{
    private readonly Lock _lock = new();
    private Task<bool>? _asked;

    /// <summary>True when they are. A question that failed is asked again.</summary>
    public Task<bool> IsOursAsync()
    {
        if (!version.Matters)
        {
            return Task.FromResult(true);
        }

        lock (_lock)
        {
            if (_asked is null or { IsCanceled: true } or { IsFaulted: true })
            {
                _asked = version.IsOursAsync(abort);
            }

            return _asked;
        }
    }
}
