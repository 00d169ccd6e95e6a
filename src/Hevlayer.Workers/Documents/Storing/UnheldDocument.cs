namespace Hevlayer.Workers;

/// <summary>
/// A document that this worker does not hold: it is put back, or asked for its stage by a move from a stage into the same one.
/// While somebody holds it, none of these is true.
/// </summary>
internal sealed class UnheldDocument(DocumentParts parts, string id)
{
    /// <summary>Whether it was indexed, and is now back for whoever claims it next.</summary>
    public async Task<bool> PutBackAsync(CancellationToken cancellationToken)
    {
        if (!await IsMovedAsync(DocumentStage.Indexed, parts.Options.Stage, cancellationToken))
        {
            return false;
        }

        parts.Log.PutBack(id);
        return true;
    }

    /// <summary>Whether it waits to be claimed.</summary>
    public Task<bool> WaitsAsync(CancellationToken cancellationToken) => IsMovedAsync(parts.Options.Stage, parts.Options.Stage, cancellationToken);

    /// <summary>Whether it has failed.</summary>
    public Task<bool> HasFailedAsync(CancellationToken cancellationToken) => IsMovedAsync(DocumentStage.Failed, DocumentStage.Failed, cancellationToken);

    private async Task<bool> IsMovedAsync(DocumentStage from, DocumentStage stage, CancellationToken cancellationToken) =>
        await parts.Gateway.MoveFromAsync([id], from, stage, cancellationToken) > 0;
}
