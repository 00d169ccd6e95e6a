namespace Hevlayer.Workers;

/// <summary>Makes chunks of a document from the rows that an index has of it, where the gateway no longer has its chunks.</summary>
internal static class StoredText
{
    private const int PageSize = 1_000;

    private static readonly HashSet<string> Own = [RowAttributes.Document, RowAttributes.Version, RowAttributes.Attributes, RowAttributes.Embedder, RowAttributes.Completed];

    /// <summary>A chunk for each row, in the order of their ids, with its other attributes as metadata; none when a row has no text.</summary>
    /// <param name="layer">The client.</param>
    /// <param name="name">The index.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="attribute">The attribute that has the text.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async Task<IReadOnlyList<Chunk>> ReadAsync(IHevlayerClient layer, string name, string documentId, string attribute, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(layer, name, documentId, cancellationToken);
        return rows.TrueForAll(row => row.Attributes.GetString(attribute) is not null)
            ? [.. rows.Select((row, index) => new Chunk { Id = ChunkIds.Create(documentId, index), Text = row.Attributes.GetString(attribute), Metadata = MetadataOf(row, attribute) })]
            : [];
    }

    private static AttributeValue? MetadataOf(Row row, string attribute)
    {
        var rest = new AttributeMap();
        foreach (var (key, value) in row.Attributes.Where(entry => entry.Key != attribute && !Own.Contains(entry.Key)))
        {
            rest[key] = value;
        }

        return rest.Count == 0 ? null : rest;
    }

    private static async Task<List<Row>> RowsAsync(IHevlayerClient layer, string name, string documentId, CancellationToken cancellationToken)
    {
        var ofDocument = Filter.Eq(RowAttributes.Document, documentId);
        var rows = new List<Row>();
        while (true)
        {
            var request = new QueryRequest
            {
                RankBy = RankBy.Ascending("id"),
                TopK = PageSize,
                Filters = rows.Count == 0 ? ofDocument : Filter.And(ofDocument, Filter.Gt("id", rows[^1].Id.ToString())),
                IncludeAttributes = true,
            };
            var page = (await layer.Api.QueryNamespaceAsync(name, request, cancellationToken: cancellationToken)).Rows;
            rows.AddRange(page);
            if (page.Count < PageSize)
            {
                return rows;
            }
        }
    }
}
