using System.Net;

namespace Hevlayer.Workers;

/// <summary>
/// Reads and changes the card that says which index of a pipeline is live. It has a namespace of its own: a row among those of an
/// index would be found by queries and counted, and what switches two indexes over must be in one place.
/// </summary>
internal sealed class IndexCards(IHevlayerClient layer, string pipelineId, string? namespaceName)
{
    private readonly NamespaceClient _card = layer.Namespace(namespaceName ?? $"{pipelineId}-index");

    /// <summary>The card; where there is none, what the pipeline and its rows say.</summary>
    public async Task<IndexCard> ReadAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ?? new(await FirstSideAsync(cancellationToken), null, IsMigrating: false, Generation: 0);

    /// <summary>Changes the card; false when somebody else has changed it meanwhile.</summary>
    public async Task<bool> ChangeAsync(IndexCard card, CancellationToken cancellationToken)
    {
        await _card.WriteAsync(IndexCardRow.ToWrite(card), cancellationToken);

        // The count of a write that the client has sent twice says nothing.
        return await FindAsync(cancellationToken) == card;
    }

    /// <summary>The index that a pipeline feeds, with what its rows say of the embedder.</summary>
    public async Task<IndexSide> SideOfAsync(string id, CancellationToken cancellationToken)
    {
        var pipeline = await new TargetNamespace(layer, id).GetAsync(cancellationToken);
        return new(id, pipeline.TargetNamespace, await EmbedderOfAsync(pipeline.TargetNamespace, cancellationToken));
    }

    private Task<IndexSide> FirstSideAsync(CancellationToken cancellationToken) => SideOfAsync(pipelineId, cancellationToken);

    private async Task<IndexCard?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reply = await _card.FetchManyAsync([IndexCardRow.Id], cancellationToken: cancellationToken);
            return reply.Documents is [var row, ..] ? IndexCardRow.Read(row.Attributes) : null;
        }
        catch (HevlayerException exception) when (exception is { StatusCode: HttpStatusCode.NotFound, HasGatewayBody: true })
        {
            return null;
        }
    }

    private async Task<string?> EmbedderOfAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var request = new QueryRequest
            {
                RankBy = RankBy.Descending(RowAttributes.Version),
                TopK = 1,
                Filters = Filter.NotEq(RowAttributes.Embedder, AttributeValue.Null),
                IncludeAttributes = new[] { RowAttributes.Embedder },
            };
            var reply = await layer.Api.QueryNamespaceAsync(name, request, cancellationToken: cancellationToken);
            return reply.Rows is [var row, ..] ? row.Attributes.GetString(RowAttributes.Embedder) : null;
        }
        catch (HevlayerException exception) when (exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
        {
            // There is no row yet, or none that tells.
            return null;
        }
    }
}
