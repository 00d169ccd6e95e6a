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
        var found = new List<DocumentFailure>();
        foreach (var part in failures.Chunk(MostAtOnce))
        {
            await FindAsync(part, stage, found, cancellationToken);
        }

        return found;
    }

    /// <summary>Moves documents that are in a stage, and tells how many were.</summary>
    public Task<long> MoveAsync(IEnumerable<DocumentFailure> failures, DocumentStage from, DocumentStage stage, CancellationToken cancellationToken) =>
        move([.. failures.Select(static failure => failure.DocumentId)], from, stage, cancellationToken);

    private async Task FindAsync(ArraySegment<DocumentFailure> failures, DocumentStage stage, List<DocumentFailure> found, CancellationToken cancellationToken)
    {
        var there = await MoveAsync(failures, stage, stage, cancellationToken);
        if (there >= failures.Count)
        {
            found.AddRange(failures);
        }
        else if (there > 0)
        {
            var half = failures.Count / 2;
            await FindAsync(failures[..half], stage, found, cancellationToken);
            await FindAsync(failures[half..], stage, found, cancellationToken);
        }
    }
}
