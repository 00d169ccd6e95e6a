namespace Hevlayer.Workers;

/// <summary>
/// Looks whether rows that an attempt removed are wanted again: whoever claimed the document in the meantime may have found them
/// right, and written none, before the removal arrived.
/// </summary>
internal sealed class RemovalLook(DocumentParts parts, HeldDocument held) : IRowLook
{
    public async Task<bool> ClearAsync(LookCause cause, CancellationToken cancellationToken)
    {
        // A worker that ends releases the document, and whoever claims it sees what is there.
        if (cause == LookCause.Ending || await IsStillRemovedAsync(cancellationToken))
        {
            return true;
        }

        if (await IsMovedAsync(DocumentStage.Indexed, parts.Options.Stage, cancellationToken))
        {
            parts.Log.PutBack(held.Id);
            return true;
        }

        return await IsMovedAsync(parts.Options.Stage, parts.Options.Stage, cancellationToken)
            || await IsMovedAsync(DocumentStage.Failed, DocumentStage.Failed, cancellationToken);
    }

    private async Task<bool> IsStillRemovedAsync(CancellationToken cancellationToken) =>
        await parts.Gateway.LookAtChunksAsync(held.Id, cancellationToken) is var chunks && (chunks.Count == 0 || Deletion.IsIn(chunks));

    private async Task<bool> IsMovedAsync(DocumentStage from, DocumentStage stage, CancellationToken cancellationToken) =>
        await parts.Gateway.MoveFromAsync([held.Id], from, stage, cancellationToken) > 0;
}
