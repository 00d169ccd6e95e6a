namespace Hevlayer.Workers;

/// <summary>Looks for rows under ids that whoever indexes the document writes, too.</summary>
internal sealed class PlaceLook(DocumentParts parts, HeldDocument held, long own, IReadOnlyList<string> ids) : IRowLook
{
    private readonly UnheldDocument _document = new(parts, held.Id);

    public async Task<bool> ClearAsync(LookCause cause, CancellationToken cancellationToken)
    {
        var versions = await parts.Gateway.VersionsAsync(ids, cancellationToken);
        if (!versions.Contains(own))
        {
            return true;
        }

        if (versions.Any(version => version > own))
        {
            // Newer rows were there before ours: ours are leftovers, where they did not meet one.
            await parts.Gateway.DeleteVersionAsync(held.Id, own, cancellationToken);
        }
        else if (cause == LookCause.InDoubt && await AreOfWhatIsStagedAsync(cancellationToken))
        {
            return true;
        }
        else if (cause != LookCause.Ending && await _document.PutBackAsync(cancellationToken))
        {
            // Whoever indexes it next removes them. Nobody has to when it is not indexed yet.
            return true;
        }
        else if (await _document.HasFailedAsync(cancellationToken))
        {
            // Staged without chunks meanwhile, or broken: nobody writes over our rows any more.
            await parts.Gateway.DeleteVersionAsync(held.Id, own, cancellationToken);
        }

        return true;
    }

    // Chunks that the attempt did not read cannot be compared.
    private async Task<bool> AreOfWhatIsStagedAsync(CancellationToken cancellationToken) =>
        held.ContentHash is { } hash && hash == ChunkHash.Of(await parts.Gateway.LookAtChunksAsync(held.Id, cancellationToken));
}
