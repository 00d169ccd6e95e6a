namespace Hevlayer.Workers;

/// <summary>Documents of a pipeline as work for the engine.</summary>
internal sealed class DocumentAdapter(DocumentParts parts) : IWorkAdapter
{
    public bool IsLongPoll => false;

    public Task StartAsync()
    {
        var options = parts.Options;
        parts.Log.DocumentWorkerStarted(options.WorkerId, options.Stage, options.PipelineId, options.ClaimStage, options.Lease);
        if (parts.Failures is { } failures)
        {
            _ = failures.CheckAsync(parts.Stopping);
        }

        return new AbandonedDocuments(parts).ReleaseAsync();
    }

    public async Task<IReadOnlyList<HeldBatch>> TakeAsync(TakeContext context, CancellationToken cancellationToken)
    {
        var holder = parts.Holders.Next();
        var ids = await parts.Gateway.ClaimAsync(context.Limit, holder, cancellationToken);
        if (ids.Count == 0)
        {
            return [];
        }

        parts.Log.Claimed(ids.Count, holder);
        var histories = parts.Attempts?.ReadAsync(ids);
        return
        [
            new ClaimedDocuments(
                parts,
                holder,
                [.. ids.Select(id => new HeldDocument(id, holder, context.Begin(parts.Options.Lease), context.TakenAt) { Histories = histories })]),
        ];
    }

    public ItemWork WorkOn(HeldItem item) => new DocumentWork(parts, (HeldDocument)item);
}
