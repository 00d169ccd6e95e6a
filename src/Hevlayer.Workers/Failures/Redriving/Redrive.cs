namespace Hevlayer.Workers;

/// <summary>
/// One run that puts failed documents back, in the order of their rows. The guard of the move decides what is moved, and the
/// rows are only marked after that: wherever it is broken off, another run finds what is left.
/// </summary>
internal sealed class Redrive(LedgerRows rows, DocumentStages stages, TimeProvider clock, RedriveOptions options)
{
    // A gateway that answers the same move so often with fewer than it has must be looked at.
    private const int MostRounds = 5;

    private long _seen;
    private long _redriven;
    private long _notFailed;

    public async Task<RedriveReport> RunAsync(FailureFilter filter, CancellationToken cancellationToken)
    {
        var batchSize = RedriveRules.BatchSize(options.Rate);
        var (after, hasMore) = ((string?)null, true);
        while (hasMore && _redriven < options.MaxDocuments)
        {
            var page = await rows.PageAsync(FailureFilters.Of(filter), after, (int)Math.Min(batchSize, options.MaxDocuments - _redriven), cancellationToken);
            if (page.Count == 0)
            {
                hasMore = false;
                continue;
            }

            after = LedgerRow.IdOf(page[^1].DocumentId);
            var before = _redriven;
            var began = clock.GetTimestamp();
            await BatchAsync([.. page.Where(failure => FailureFilters.Meets(failure, filter))], cancellationToken);
            _seen += page.Count;
            options.Progress?.Report(new(_seen, _redriven, _notFailed));
            await PauseAsync(RedriveRules.PauseAfter(_redriven - before, options.Rate) - clock.GetElapsedTime(began), cancellationToken);
        }

        // The batch that reached the limit may have been the last.
        hasMore = hasMore && (await rows.PageAsync(FailureFilters.Of(filter), after, 1, cancellationToken)).Count > 0;
        return new(_redriven, _notFailed, hasMore, filter.Until!.Value, options.DryRun);
    }

    private async Task BatchAsync(List<DocumentFailure> batch, CancellationToken cancellationToken)
    {
        var failed = await stages.WhichAsync(batch, DocumentStage.Failed, cancellationToken);
        _notFailed += batch.Count - failed.Count;
        if (options.DryRun)
        {
            _redriven += failed.Count;
            return;
        }

        foreach (var alike in failed.GroupBy(StageOf))
        {
            await MoveAsync([.. alike], alike.Key, cancellationToken);
        }

        var others = batch.Except(failed).ToList();
        await rows.WriteAsync([], await stages.WhichAsync(others, DocumentStage.Indexed, cancellationToken), cancellationToken);
    }

    private async Task MoveAsync(IReadOnlyList<DocumentFailure> failed, DocumentStage stage, CancellationToken cancellationToken)
    {
        var left = failed;
        for (var round = 1; left.Count > 0; round++)
        {
            if (await stages.MoveAsync(left, DocumentStage.Failed, stage, cancellationToken) >= left.Count)
            {
                break;
            }

            // Another was faster, or a reply was lost: what is failed now, and has not failed again, was not moved.
            left = await SameAsync(await stages.WhichAsync(left, DocumentStage.Failed, cancellationToken), cancellationToken);
            if (left.Count > 0 && round == MostRounds)
            {
                throw new HevlayerException($"{left.Count} documents, such as '{left[0].DocumentId}', stay in failed although the gateway was told to move them.");
            }
        }

        await rows.MarkAsync(failed, clock.GetUtcNow(), cancellationToken);
        _redriven += failed.Count;
    }

    private async Task<IReadOnlyList<DocumentFailure>> SameAsync(IReadOnlyList<DocumentFailure> failures, CancellationToken cancellationToken)
    {
        var now = await rows.FetchAsync([.. failures.Select(static failure => failure.DocumentId)], cancellationToken);
        return [.. failures.Where(failure => now.GetValueOrDefault(failure.DocumentId)?.Claim == failure.Claim)];
    }

    private DocumentStage StageOf(DocumentFailure failure) => options.Stage ?? failure.Stage;

    private async Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        if (pause > TimeSpan.Zero && !options.DryRun)
        {
            await Task.Delay(pause, clock, cancellationToken);
        }
    }
}
