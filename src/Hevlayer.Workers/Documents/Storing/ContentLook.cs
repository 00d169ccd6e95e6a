namespace Hevlayer.Workers;

/// <summary>Looks for rows whose ids follow from the content: whoever makes other rows of the document does not write over them.</summary>
internal sealed class ContentLook(long own, PlannedRows planned) : IRowLook
{
    public async Task<bool> ClearAsync(LookCause cause, LookCalls calls)
    {
        // A worker that ends has little time, and what is there is not embedded again.
        if (cause == LookCause.Ending && await calls.PutBackAsync())
        {
            return true;
        }

        var mayPutBack = cause != LookCause.Ending;
        var ours = await calls.VersionsAsync(planned.Ids);
        if (!ours.Contains(own))
        {
            return await AreThereAsync(mayPutBack, calls);
        }

        var wanted = WantedOf(await calls.ChunksAsync());
        if (wanted.SetEquals(planned.Ids))
        {
            return true;
        }

        var versions = await calls.VersionsAsync([.. wanted]);
        if (versions.Count == wanted.Count && versions.All(version => version > own))
        {
            // What was staged last is there: ours are leftovers. Whoever claims the document while they go may count on them, so
            // another look follows.
            await calls.DeleteAsync(own);
            return false;
        }

        return await PutBackAsync(mayPutBack, calls);
    }

    // Our rows are gone, or never came to be, and somebody may have found right what our write took along, and written none.
    private async Task<bool> AreThereAsync(bool mayPutBack, LookCalls calls)
    {
        var wanted = WantedOf(await calls.ChunksAsync());
        var versions = await calls.VersionsAsync([.. wanted]);
        return versions.Count == wanted.Count || await PutBackAsync(mayPutBack, calls);
    }

    // Whoever takes it next makes it right. Who has it now may have seen the rows before ours came.
    private async Task<bool> PutBackAsync(bool mayPutBack, LookCalls calls)
    {
        if (mayPutBack)
        {
            return await calls.LeaveAsync(own);
        }

        await calls.DeleteIfFailedAsync(own);
        return true;
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
