namespace Hevlayer.Workers;

/// <summary>
/// Looks whether rows that an attempt removed are wanted again: whoever claimed the document in the meantime may have found them
/// right, and written none, before the removal arrived.
/// </summary>
internal sealed class RemovalLook(DocumentParts parts, HeldDocument held) : IRowLook
{
    private readonly UnheldDocument _document = new(parts, held.Id);

    public async Task<bool> ClearAsync(LookCause cause, CancellationToken cancellationToken)
    {
        // A worker that ends releases the document, and whoever claims it sees what is there.
        if (cause == LookCause.Ending || await IsStillRemovedAsync(cancellationToken))
        {
            return true;
        }

        return await _document.PutBackAsync(cancellationToken)
            || await _document.WaitsAsync(cancellationToken)
            || await _document.HasFailedAsync(cancellationToken);
    }

    private async Task<bool> IsStillRemovedAsync(CancellationToken cancellationToken) =>
        await parts.Gateway.LookAtChunksAsync(held.Id, cancellationToken) is var chunks && (chunks.Count == 0 || Deletion.IsIn(chunks));
}
