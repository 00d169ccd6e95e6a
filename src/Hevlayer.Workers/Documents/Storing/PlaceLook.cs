namespace Hevlayer.Workers;

/// <summary>Looks for rows under ids that whoever indexes the document writes, too.</summary>
internal sealed class PlaceLook(HeldDocument held, long own, IReadOnlyList<string> ids) : IRowLook
{
    public async Task<bool> ClearAsync(LookCause cause, LookCalls calls)
    {
        var versions = await calls.VersionsAsync(ids);
        if (!versions.Contains(own))
        {
            return true;
        }

        if (versions.Any(version => version > own))
        {
            // Newer rows were there before ours: ours are leftovers, where they did not meet one.
            await calls.DeleteAsync(own);
        }
        else if (cause == LookCause.InDoubt && await AreOfWhatIsStagedAsync(calls))
        {
            return true;
        }
        else if (cause != LookCause.Ending && await calls.PutBackAsync())
        {
            // Whoever indexes it next removes them. Nobody has to when it is not indexed yet.
            return true;
        }
        else
        {
            // Staged without chunks meanwhile, or broken.
            await calls.DeleteIfFailedAsync(own);
        }

        return true;
    }

    // Chunks that the attempt did not read cannot be compared.
    private async Task<bool> AreOfWhatIsStagedAsync(LookCalls calls) =>
        held.ContentHash is { } hash && hash == ChunkHash.Of(await calls.ChunksAsync());
}
