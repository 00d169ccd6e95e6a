namespace Hevlayer.Workers;

/// <summary>
/// Builds an index beside the one that answers, and switches over. All that outlives the process is the card and what is staged; whoever
/// begins again looks at all documents and goes on from there.
/// </summary>
internal sealed class IndexMigration(HevlayerClient layer, IndexCards cards, IndexSide into, RowDeclaration declaration, MigrationOptions options)
{
    /// <summary>Runs until the new index answers, or has to be given another chance.</summary>
    public async Task<MigrationReport> RunAsync(CancellationToken cancellationToken)
    {
        var card = await BeginAsync(await cards.ReadAsync(cancellationToken), cancellationToken);
        if (card.Live.PipelineId == into.PipelineId)
        {
            return new(card.Other ?? card.Live, card.Live) { IsSwitchedOver = true, IsComplete = true };
        }

        var copy = new IndexCopy(layer, card.Live, into, declaration, options);
        var report = new MigrationReport(card.Live, into);
        while (!report.IsComplete && report.Passes < options.MaxPasses)
        {
            // What an earlier run staged is not staged again while it waits for its turn.
            await layer.WaitForDrainAsync(into.PipelineId, options.Drain, cancellationToken: cancellationToken);
            await Task.Delay(options.SettleTime, options.Clock, cancellationToken);
            var found = await copy.PassAsync(maySkipFailed: report.Passes > 0, cancellationToken);
            report = report with
            {
                Passes = report.Passes + 1,
                Staged = report.Staged + found.Different.Count,
                Documents = found.Documents,
                OldRows = found.OldRows,
                NewRows = found.NewRows,
                Missing = found.Unknown,
                Different = [.. found.Different.Keys],
                IsComplete = found.Different.Count == 0,
            };
        }

        return await SwitchAsync(card, report, cancellationToken);
    }

    private async Task<IndexCard> BeginAsync(IndexCard card, CancellationToken cancellationToken)
    {
        if (card.Live.PipelineId == into.PipelineId)
        {
            return card.Live.Embedder == into.Embedder
                ? card
                : throw new MigrationRefusedException($"The index '{into.Namespace}' is live, and was made with '{card.Live.Embedder}': migrate into another pipeline.");
        }

        if (card.Live.Namespace == into.Namespace)
        {
            throw new MigrationRefusedException($"The pipeline '{into.PipelineId}' writes to '{into.Namespace}', the index that is live: it needs a namespace of its own.");
        }

        if (card is { IsMigrating: true, Other: { } other } && other != into)
        {
            throw new MigrationRefusedException($"A migration into the pipeline '{other.PipelineId}' with '{other.Embedder}' is under way; finish it, or give it up with {nameof(MigrationExtensions.GoBackAsync)}.");
        }

        return card is { IsMigrating: true } ? card : await ChangeAsync(card.Begin(into), cancellationToken);
    }

    private async Task<MigrationReport> SwitchAsync(IndexCard card, MigrationReport report, CancellationToken cancellationToken)
    {
        if (!report.IsComplete || !options.SwitchOver)
        {
            return report;
        }

        if (report.Missing.Count > options.MaxMissingDocuments)
        {
            return report with { IsComplete = false };
        }

        await ChangeAsync(card.Switch(), cancellationToken);
        return report with { IsSwitchedOver = true };
    }

    private async Task<IndexCard> ChangeAsync(IndexCard card, CancellationToken cancellationToken) => await cards.ChangeAsync(card, cancellationToken)
        ? card
        : throw new MigrationRefusedException("Somebody else has changed which index is live meanwhile; begin again.");
}
