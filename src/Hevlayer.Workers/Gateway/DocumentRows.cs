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
            var request = new FetchDocumentsRequest { Ids = ids, IncludeAttributes = Read };
            var rows = await WhereItExistsAsync(async () => (await layer.Api.FetchDocumentsAsync(name, request, options: options, cancellationToken: cancellationToken)).Documents);
            found.AddRange(rows.Select(static row => ToPresent(row.Id, row.Attributes)));
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
        var rows = await ReadAsync(layer, name, ofDocuments, Read, PageSize, options, cancellationToken);
        return [.. rows.Select(static row => ToPresent(row.Id.ToString(), row.Attributes))];
    }

    /// <summary>All rows that a filter finds, in the order of their ids, page by page; none where the namespace does not exist.</summary>
    /// <param name="layer">The client.</param>
    /// <param name="name">The namespace.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="attributes">Which attributes are read.</param>
    /// <param name="pageSize">Most rows of one call.</param>
    /// <param name="options">Options of each call.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async Task<IReadOnlyList<Row>> ReadAsync(
        IHevlayerClient layer,
        string name,
        Filter filter,
        IncludeAttributes attributes,
        int pageSize,
        CallOptions? options,
        CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        while (true)
        {
            var request = new QueryRequest
            {
                RankBy = RankBy.Ascending("id"),
                TopK = pageSize,
                Filters = rows.Count == 0 ? filter : Filter.And(filter, Filter.Gt("id", rows[^1].Id.ToString())),
                IncludeAttributes = attributes,
            };
            var page = await WhereItExistsAsync(async () => (await layer.Api.QueryNamespaceAsync(name, request, options: options, cancellationToken: cancellationToken)).Rows);
            rows.AddRange(page);
            if (page.Count < pageSize)
            {
                return rows;
            }
        }
    }

    private static async Task<IReadOnlyList<T>> WhereItExistsAsync<T>(Func<Task<IReadOnlyList<T>>> read)
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
