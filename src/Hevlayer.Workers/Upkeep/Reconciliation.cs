using System.Net;

namespace Hevlayer.Workers;

/// <summary>Compares documents of one pipeline with their rows.</summary>
internal sealed class Reconciliation(IHevlayerClient layer, Pipeline pipeline, ReconcileOptions options)
{
    private readonly RowDeclaration _declaration = new(EmbedderId.Of(options.Generator, options.Embedding), options.Embedding);

    /// <summary>The report with more documents.</summary>
    public async Task<ReconcileReport> AddAsync(ReconcileReport report, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var rows = await DocumentRows.ListAsync(layer, pipeline.TargetNamespace, ids, options: null, cancellationToken);
        var listed = rows.ToLookup(static row => row.DocumentId, StringComparer.Ordinal);
        var different = new List<string>();
        foreach (var id in ids)
        {
            if (await ReadChunksAsync(id, cancellationToken) is not { Count: > 0 } chunks)
            {
                report = report with { Unknown = report.Unknown + 1 };
                continue;
            }

            var plan = await CompareAsync(id, Deletion.IsIn(chunks) ? [] : chunks, [.. listed[id]], cancellationToken);
            report = report with
            {
                Documents = report.Documents + 1,
                Missing = report.Missing + plan.Missing.Count,
                LeftOver = report.LeftOver + plan.Orphans,
                Changed = report.Changed + plan.Changed,
            };
            if (plan.Missing.Count + plan.Orphans + plan.Changed > 0)
            {
                different.Add(id);
            }
        }

        return report with
        {
            Different = [.. report.Different, .. different],
            PutBack = report.PutBack + (options.DryRun || different.Count == 0 ? 0 : await PutBackAsync(different, cancellationToken)),
        };
    }

    private async Task<RowPlan> CompareAsync(string id, IReadOnlyList<Chunk> chunks, IReadOnlyList<PresentRow> listed, CancellationToken cancellationToken)
    {
        var declared = _declaration.Of(id, chunks);
        var wanted = declared.Select(static row => row.Id).ToHashSet(StringComparer.Ordinal);
        var there = listed.Where(row => wanted.Contains(row.Id)).ToList();

        // What is not listed may have been written of late.
        wanted.ExceptWith(there.Select(static row => row.Id));
        if (wanted.Count > 0)
        {
            there.AddRange(await DocumentRows.FindAsync(layer, pipeline.TargetNamespace, [.. wanted], options: null, cancellationToken));
        }

        return RowPlan.Of(declared, new(there, listed));
    }

    private async Task<IReadOnlyList<Chunk>> ReadChunksAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await layer.GetChunksAsync(pipeline.Id, id, cancellationToken);
        }
        catch (HevlayerException exception) when (exception is { StatusCode: HttpStatusCode.NotFound, HasGatewayBody: true })
        {
            return [];
        }
    }

    // Not by staging the chunks again: newer ones may have come meanwhile.
    private async Task<long> PutBackAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var change = new SetDocumentsStageRequest { DocumentIds = ids, Stage = options.Stage, FromStage = DocumentStage.Indexed };
        return (await layer.Api.SetDocumentsStageAsync(pipeline.Id, change, cancellationToken: cancellationToken)).Updated;
    }
}
