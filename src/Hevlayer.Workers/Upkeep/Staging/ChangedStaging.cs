namespace Hevlayer.Workers;

/// <summary>Stages those of a batch of documents that have changed.</summary>
internal sealed class ChangedStaging(IHevlayerClient layer, string pipelineId, StageChangedOptions options)
{
    private readonly RowDeclaration _declaration = new(EmbedderId.Of(options.Generator, options.Embedding), options.Embedding);
    private readonly UnchangedDocuments _index = new(new IndexView(layer, pipelineId));

    /// <summary>How many were staged.</summary>
    public async Task<int> StageAsync(IReadOnlyList<StagedDocument> documents, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(document.Id, nameof(documents));
            if (document.Chunks.Count == 0)
            {
                throw new ArgumentException($"The document '{document.Id}' has no chunks; one that is gone is deleted.", nameof(documents));
            }
        }

        var unchanged = await _index.WhichAsync([.. documents.Where(static document => !Deletion.IsIn(document.Chunks)).Select(document => new DeclaredDocument(document.Id, _declaration.Of(document.Id, document.Chunks)))], cancellationToken);
        var changed = documents.Where(document => !unchanged.Contains(document.Id)).ToList();
        await Parallel.ForEachAsync(
            changed,
            new ParallelOptions { MaxDegreeOfParallelism = options.MaxConcurrentCalls, CancellationToken = cancellationToken },
            async (document, token) => await layer.PutChunksAsync(pipelineId, document.Id, document.Chunks, token));
        return changed.Count;
    }
}
