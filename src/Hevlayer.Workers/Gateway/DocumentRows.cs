using System.Net;

namespace Hevlayer.Workers;

/// <summary>Reads which rows documents have in a namespace.</summary>
internal static class DocumentRows
{
    // The most that the vector store gives.
    private const int PageSize = 10_000;

    private const int MostIdsAtOnce = 500;

    private static readonly string[] Read = [RowAttributes.Document, RowAttributes.Version, RowAttributes.Attributes, RowAttributes.Completed];

    /// <summary>Those of the rows that are there, without vectors; none where the namespace does not exist.</summary>
    /// <param name="layer">The client.</param>
    /// <param name="name">The namespace.</param>
    /// <param name="rowIds">Ids of the rows.</param>
    /// <param name="options">Options of each call.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async Task<IReadOnlyList<PresentRow>> FindAsync(IHevlayerClient layer, string name, IReadOnlyList<string> rowIds, CallOptions? options, CancellationToken cancellationToken)
    {
        var found = new List<PresentRow>();
        foreach (var ids in rowIds.Chunk(MostIdsAtOnce))
        {
            found.AddRange(await WhereItExistsAsync(async () =>
            {
                var reply = await layer.Api.FetchDocumentsAsync(name, new() { Ids = ids, IncludeAttributes = Read }, options: options, cancellationToken: cancellationToken);
                return reply.Documents.Select(static row => ToPresent(row.Id, row.Attributes));
            }));
        }

        return found;
    }

    /// <summary>The rows in the order of their ids, without vectors; none where the namespace does not exist.</summary>
    /// <param name="layer">The client.</param>
    /// <param name="name">The namespace.</param>
    /// <param name="documentIds">The documents, at least one.</param>
    /// <param name="options">Options of each call.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async Task<IReadOnlyList<PresentRow>> ListAsync(IHevlayerClient layer, string name, IReadOnlyList<string> documentIds, CallOptions? options, CancellationToken cancellationToken)
    {
        var ofDocuments = Filter.In(RowAttributes.Document, [.. documentIds.Select(static id => (AttributeValue)id)]);
        var all = new List<PresentRow>();
        while (true)
        {
            var filter = all.Count == 0 ? ofDocuments : Filter.And(ofDocuments, Filter.Gt("id", all[^1].Id));
            var before = all.Count;
            all.AddRange(await WhereItExistsAsync(async () =>
            {
                var request = new QueryRequest { RankBy = RankBy.Ascending("id"), TopK = PageSize, Filters = filter, IncludeAttributes = Read };
                var reply = await layer.Api.QueryNamespaceAsync(name, request, options: options, cancellationToken: cancellationToken);
                return reply.Rows.Select(static row => ToPresent(row.Id.ToString(), row.Attributes));
            }));
            if (all.Count - before < PageSize)
            {
                return all;
            }
        }
    }

    private static async Task<IEnumerable<PresentRow>> WhereItExistsAsync(Func<Task<IEnumerable<PresentRow>>> read)
    {
        try
        {
            return await read();
        }
        catch (HevlayerException exception) when (exception is { StatusCode: HttpStatusCode.NotFound, HasGatewayBody: true })
        {
            // Nothing was ever written.
            return [];
        }
    }

    private static PresentRow ToPresent(string id, AttributeMap attributes) => new(
        attributes.GetString(RowAttributes.Document) ?? "",
        id,
        attributes.GetInt64(RowAttributes.Version) ?? 0,
        attributes.GetString(RowAttributes.Attributes))
    {
        Completed = attributes.GetInt64(RowAttributes.Completed) ?? 0,
    };
}
