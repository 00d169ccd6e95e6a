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
        var rows = await DocumentRows.ReadAsync(layer, name, Filter.Eq(RowAttributes.Document, documentId), true, PageSize, options: null, cancellationToken);
        return rows.All(row => row.Attributes.GetString(attribute) is not null)
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
}
