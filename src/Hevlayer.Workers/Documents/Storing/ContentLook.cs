namespace Hevlayer.Workers;

/// <summary>Looks for rows whose ids follow from the content: whoever makes other rows of the document does not write over them.</summary>
internal sealed class ContentLook(DocumentParts parts, HeldDocument held, long own, PlannedRows planned) : IRowLook
{
    private readonly UnheldDocument _document = new(parts, held.Id);
    private bool _hasDeleted;

    public async Task<bool> ClearAsync(LookCause cause, CancellationToken cancellationToken)
    {
        var mayPutBack = cause != LookCause.Ending;

        // A worker that ends has no time for more than a call or two, and what is there is not embedded again.
        if (cause is LookCause.Ending or LookCause.LostAtEnd && await _document.PutBackAsync(cancellationToken))
        {
            return true;
        }

        var ours = await parts.Gateway.VersionsAsync(planned.Ids, cancellationToken);
        if (!ours.Contains(own))
        {
            return !_hasDeleted || await AreThereAsync(mayPutBack, cancellationToken);
        }

        var wanted = WantedOf(await parts.Gateway.LookAtChunksAsync(held.Id, cancellationToken));
        if (wanted.SetEquals(planned.Ids))
        {
            return true;
        }

        var versions = await parts.Gateway.VersionsAsync([.. wanted], cancellationToken);
        if (versions.Count == wanted.Count && versions.All(version => version > own))
        {
            // What was staged last is there: ours are leftovers. Whoever claims the document while they go may count on them, so
            // another look follows.
            _hasDeleted = true;
            await parts.Gateway.DeleteVersionAsync(held.Id, own, cancellationToken);
            return false;
        }

        return await PutBackAsync(mayPutBack, cancellationToken);
    }

    // Our rows are gone, and somebody may have found them right and written none.
    private async Task<bool> AreThereAsync(bool mayPutBack, CancellationToken cancellationToken)
    {
        var wanted = WantedOf(await parts.Gateway.LookAtChunksAsync(held.Id, cancellationToken));
        var versions = await parts.Gateway.VersionsAsync([.. wanted], cancellationToken);
        return versions.Count == wanted.Count || await PutBackAsync(mayPutBack, cancellationToken);
    }

    // Whoever takes it next makes it right. Who has it now may have seen the rows before ours came.
    private async Task<bool> PutBackAsync(bool mayPutBack, CancellationToken cancellationToken)
    {
        if (mayPutBack && await _document.PutBackAsync(cancellationToken))
        {
            return true;
        }

        if (await _document.HasFailedAsync(cancellationToken))
        {
            await parts.Gateway.DeleteVersionAsync(held.Id, own, cancellationToken);
            return true;
        }

        return !mayPutBack || await _document.WaitsAsync(cancellationToken);
    }

    private HashSet<string> WantedOf(IReadOnlyList<Chunk> chunks)
    {
        try
        {
            return Deletion.IsIn(chunks) ? [] : planned.Declare(chunks).Select(static row => row.Id).ToHashSet(StringComparer.Ordinal);
        }
        catch (DocumentRejectedException)
        {
            return [];
        }
    }
}
