using System.Net;
using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>
/// Finds out about a document what the gateway tells. It has no question for the stage of a document, but a move from a stage
/// to the same stage says whether it found the document there. The stages of workers are not asked for: that would touch
/// their leases.
/// </summary>
internal sealed class FactFinder(HevlayerClient client, PipelineFailures failures)
{
    private const int MostRows = 1_000;

    private static readonly DocumentStage[] Asked = [DocumentStage.Indexed, DocumentStage.Failed, DocumentStage.Pending];

    public async Task<DocumentFacts> FindAsync(string documentId, CancellationToken cancellationToken)
    {
        var pipelineId = failures.PipelineId;
        var status = await client.GetPipelineStatusAsync(pipelineId, cancellationToken);
        var all = await client.Api.ListPipelinesAsync(cancellationToken: cancellationToken);
        var target = all.Pipelines.FirstOrDefault(pipeline => pipeline.Id == pipelineId)?.TargetNamespace;
        var (mayAsk, stage) = await StageAsync(documentId, cancellationToken);
        return new()
        {
            DocumentId = documentId,
            Status = status,
            TargetNamespace = target,
            MayAsk = mayAsk,
            Stage = stage,
            IsKnown = stage is not null || await HasChunksAsync(documentId, cancellationToken),
            Rows = target is null ? 0 : await RowsAsync(target, documentId, cancellationToken),
            Failure = await failures.FindAsync(documentId, cancellationToken),
        };
    }

    private static bool IsMissing(HevlayerException exception) => exception is { StatusCode: HttpStatusCode.NotFound, HasGatewayBody: true };

    private async Task<(bool MayAsk, DocumentStage? Stage)> StageAsync(string documentId, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var stage in Asked)
            {
                var question = new SetDocumentsStageRequest { DocumentIds = [documentId], Stage = stage, FromStage = stage };
                if ((await client.Api.SetDocumentsStageAsync(failures.PipelineId, question, cancellationToken: cancellationToken)).Updated > 0)
                {
                    return (true, stage);
                }
            }

            return (true, null);
        }
        catch (HevlayerException exception) when (exception is { StatusCode: HttpStatusCode.Forbidden, RequiredScope: not null })
        {
            return (false, null);
        }
    }

    private async Task<bool> HasChunksAsync(string documentId, CancellationToken cancellationToken)
    {
        try
        {
            await client.GetChunksAsync(failures.PipelineId, documentId, cancellationToken);
            return true;
        }
        catch (HevlayerException exception) when (IsMissing(exception))
        {
            return false;
        }
    }

    private async Task<int> RowsAsync(string target, string documentId, CancellationToken cancellationToken)
    {
        try
        {
            var request = new QueryRequest { RankBy = RankBy.Ascending("id"), TopK = MostRows, Filters = Filter.Eq(RowAttributes.Document, documentId) };
            return (await client.Api.QueryNamespaceAsync(target, request, cancellationToken: cancellationToken)).Rows.Count;
        }
        catch (HevlayerException exception) when (IsMissing(exception))
        {
            return 0;
        }
    }
}
