namespace Hevlayer.Workers;

/// <summary>The attributes that a worker adds to each row, so that old rows never replace newer ones and go in time.</summary>
public static class RowAttributes
{
    /// <summary>Id of the document that the row belongs to.</summary>
    public const string Document = "hev_document";

    /// <summary>Version of the row: rows of a document that was staged again have a higher one.</summary>
    public const string Version = "hev_version";

    /// <summary>The write of a document's rows, with its guards.</summary>
    /// <param name="write">The rows.</param>
    /// <param name="metric">Distance of the pipeline's vectors.</param>
    internal static NamespaceWrite ToWrite(RowWrite write, DistanceMetric metric) => new()
    {
        UpsertRows = [.. write.Rows.Select(row => new WriteRow
        {
            Id = row.Id,
            Vector = row.Vector,
            Vectors = row.Vectors,
            Attributes = With(row.Attributes, write),
        })],

        // The same version again is the retry of a write whose reply was lost.
        UpsertCondition = Filter.Or(Filter.Eq(Version, AttributeValue.Null), Filter.Lte(Version, write.Version)),
        DeleteByFilter = write.ReplacesOlder ? Filter.And(Filter.Eq(Document, write.DocumentId), Filter.Lt(Version, write.Version)) : null,
        DistanceMetric = metric,
    };

    private static AttributeMap With(AttributeMap? attributes, RowWrite write) => new(attributes ?? [])
    {
        [Document] = write.DocumentId,
        [Version] = write.Version,
    };
}
