using System.Collections.Concurrent;
using System.Net;

namespace Hevlayer.Workers;

/// <summary>Looks through the documents of two indexes, and stages what the new one lacks. The chunks of the old pipeline say what should be there.</summary>
internal sealed class IndexCopy(IHevlayerClient layer, IndexSide from, IndexSide into, RowDeclaration declaration, MigrationOptions options)
{
    private readonly DocumentStages _stages = new(layer, into.PipelineId);

    /// <summary>One look at all documents.</summary>
    /// <param name="maySkipFailed">Whether what failed in the new pipeline is left so.</param>
    /// <param name="cancellationToken">Ends the calls; what was staged by then stays so.</param>
    public async Task<CopyCount> PassAsync(bool maySkipFailed, CancellationToken cancellationToken)
    {
        var count = new CopyCount();
        var ids = new SortedSet<string>(options.Documents, StringComparer.Ordinal);
        foreach (var name in new[] { from.Namespace, into.Namespace })
        {
            await foreach (var id in IndexedDocuments.ListAsync(layer, name, cancellationToken))
            {
                ids.Add(id);
            }
        }

        foreach (var batch in ids.Chunk(options.BatchSize))
        {
            var found = new CopyCount();
            await CompareAsync(batch, found, cancellationToken);
            await SettleAsync(found, maySkipFailed, cancellationToken);
            Add(count, found);
        }

        return count;
    }

    private async Task CompareAsync(string[] ids, CopyCount found, CancellationToken cancellationToken)
    {
        var old = await RowsAsync(from, ids, cancellationToken);
        var there = await RowsAsync(into, ids, cancellationToken);
        var chunks = await ReadAsync(ids, id => old[id].Any(), cancellationToken);
        found.Documents = ids.Length;
        foreach (var id in ids)
        {
            IReadOnlyList<PresentRow> rows = [.. there[id]];
            found.OldRows += old[id].Count();
            found.NewRows += rows.Count;
            switch (CopyRules.Decide(id, chunks[id], old[id].Any(), rows, declaration))
            {
                case CopyDecision.Stage:
                    found.Different.Add(id, chunks[id]);
                    break;
                case CopyDecision.Delete:
                    found.Different.Add(id, Deletion.ChunksOf(id));
                    break;
                case CopyDecision.Unknown:
                    found.Unknown.Add(id);
                    break;
            }
        }
    }

    private async Task SettleAsync(CopyCount found, bool maySkipFailed, CancellationToken cancellationToken)
    {
        if (maySkipFailed && found.Different.Count > 0)
        {
            foreach (var id in await _stages.WhichAsync([.. found.Different.Keys], DocumentStage.Failed, cancellationToken))
            {
                found.Different.Remove(id);
                found.Unknown.Add(id);
            }
        }

        await ForEachAsync(found.Different, async (document, token) => await layer.PutChunksAsync(into.PipelineId, document.Key, document.Value, token), cancellationToken);
    }

    private async Task<ILookup<string, PresentRow>> RowsAsync(IndexSide side, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        (await DocumentRows.ListAsync(layer, side.Namespace, ids, options: null, cancellationToken)).ToLookup(static row => row.DocumentId, StringComparer.Ordinal);

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<Chunk>>> ReadAsync(IReadOnlyList<string> ids, Func<string, bool> hasOldRows, CancellationToken cancellationToken)
    {
        var chunks = new ConcurrentDictionary<string, IReadOnlyList<Chunk>>(StringComparer.Ordinal);
        await ForEachAsync(ids, async (id, token) => chunks[id] = await ReadAsync(id, hasOldRows(id), token), cancellationToken);
        return chunks;
    }

    private async Task<IReadOnlyList<Chunk>> ReadAsync(string id, bool hasOldRows, CancellationToken cancellationToken)
    {
        var mayBeStored = hasOldRows && options.StoredTextAttribute is not null;
        var staged = await ReadStagedAsync(id, mayBeStored, cancellationToken);
        return staged.Count == 0 && mayBeStored
            ? await StoredText.ReadAsync(layer, from.Namespace, id, options.StoredTextAttribute!, cancellationToken)
            : staged;
    }

    private async Task<IReadOnlyList<Chunk>> ReadStagedAsync(string id, bool mayBeLost, CancellationToken cancellationToken)
    {
        try
        {
            return await layer.GetChunksAsync(from.PipelineId, id, cancellationToken);
        }
        catch (HevlayerException exception) when (exception is { StatusCode: HttpStatusCode.NotFound, HasGatewayBody: true })
        {
            return [];
        }
        catch (HevlayerException exception) when (mayBeLost && exception is { StatusCode: HttpStatusCode.BadGateway, HasGatewayBody: true })
        {
            // The gateway knows of chunks that it cannot read. Where nothing is waiting, what is stored is what they said.
            if (!await HasEndedAsync(id, cancellationToken))
            {
                throw;
            }

            return [];
        }
    }

    private async Task<bool> HasEndedAsync(string id, CancellationToken cancellationToken)
    {
        var stages = new DocumentStages(layer, from.PipelineId);
        return (await stages.WhichAsync([id], DocumentStage.Indexed, cancellationToken)).Count > 0
            || (await stages.WhichAsync([id], DocumentStage.Failed, cancellationToken)).Count > 0;
    }

    private Task ForEachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, ValueTask> work, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        items,
        new ParallelOptions { MaxDegreeOfParallelism = options.MaxConcurrentCalls, CancellationToken = cancellationToken },
        work);

    private static void Add(CopyCount count, CopyCount found)
    {
        count.Documents += found.Documents;
        count.OldRows += found.OldRows;
        count.NewRows += found.NewRows;
        count.Unknown.AddRange(found.Unknown);
        foreach (var id in found.Different.Keys)
        {
            count.Different[id] = [];
        }
    }
}
