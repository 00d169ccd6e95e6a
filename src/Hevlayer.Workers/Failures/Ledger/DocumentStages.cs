namespace Hevlayer.Workers;

/// <summary>
/// Which documents of a pipeline are in a stage. The gateway has no such question, but says how many documents a move from a
/// stage to the same stage has found.
/// </summary>
/// <param name="move">Moves documents from a stage to another, and tells how many were there.</param>
internal sealed class DocumentStages(Func<IReadOnlyList<string>, DocumentStage, DocumentStage, CancellationToken, Task<long>> move)
{
    private const int MostAtOnce = 500;

    public DocumentStages(IHevlayerClient layer, string pipelineId)
        : this(async (documentIds, from, stage, cancellationToken) =>
        {
            var change = new SetDocumentsStageRequest { DocumentIds = documentIds, Stage = stage, FromStage = from };
            return (await layer.Api.SetDocumentsStageAsync(pipelineId, change, cancellationToken: cancellationToken)).Updated;
        })
    {
    }

    /// <summary>Those that are in a stage, in their order: one call where all or none are.</summary>
    public async Task<IReadOnlyList<DocumentFailure>> WhichAsync(IReadOnlyList<DocumentFailure> failures, DocumentStage stage, CancellationToken cancellationToken)
    {
        var ids = await WhichAsync([.. failures.Select(static failure => failure.DocumentId)], stage, cancellationToken);
        var there = ids.ToHashSet(StringComparer.Ordinal);
        return [.. failures.Where(failure => there.Contains(failure.DocumentId))];
    }

    /// <summary>The same of ids.</summary>
    public async Task<IReadOnlyList<string>> WhichAsync(IReadOnlyList<string> documentIds, DocumentStage stage, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var part in documentIds.Chunk(MostAtOnce))
        {
            await FindAsync(part, stage, found, cancellationToken);
        }

        return found;
    }

    /// <summary>Moves documents that are in a stage, and tells how many were.</summary>
    public Task<long> MoveAsync(IEnumerable<DocumentFailure> failures, DocumentStage from, DocumentStage stage, CancellationToken cancellationToken) =>
        move([.. failures.Select(static failure => failure.DocumentId)], from, stage, cancellationToken);

    private async Task FindAsync(ArraySegment<string> documentIds, DocumentStage stage, List<string> found, CancellationToken cancellationToken)
    {
        var there = await move(documentIds, stage, stage, cancellationToken);
        if (there >= documentIds.Count)
        {
            found.AddRange(documentIds);
        }
        else if (there > 0)
        {
            var half = documentIds.Count / 2;
            await FindAsync(documentIds[..half], stage, found, cancellationToken);
            await FindAsync(documentIds[half..], stage, found, cancellationToken);
        }
    }
}
