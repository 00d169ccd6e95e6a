namespace Hevlayer.Workers;

/// <summary>The attributes that a worker adds to each row, so that old rows never replace newer ones and go in time.</summary>
public static class RowAttributes
{
    /// <summary>Id of the document that the row belongs to.</summary>
    public const string Document = "hev_document";

    /// <summary>Version of the row: rows of a document that was staged again have a higher one.</summary>
    public const string Version = "hev_version";

    /// <summary>
    /// Hash and names of the attributes that were stored with the row, by which a worker finds out that they have changed
    /// although the text has not. Rows whose ids follow from their content have it.
    /// </summary>
    public const string Attributes = "hev_attributes";

    /// <summary>What made the vector: name and dimension, and the prefix of the text where there is one.</summary>
    public const string Embedder = "hev_embedder";

    /// <summary>
    /// The version with which the document was completed; on one of its rows, written after the completion where
    /// <see cref="EmbeddingOptions.MarkCompleted"/> is set. Rows that all have this version are those of what was staged last.
    /// </summary>
    public const string Completed = "hev_completed";

    /// <summary>The write of documents' rows, with its guards.</summary>
    /// <param name="writes">The rows; each document once.</param>
    /// <param name="metric">Distance of the pipeline's vectors.</param>
    internal static NamespaceWrite ToWrite(IReadOnlyList<RowWrite> writes, DistanceMetric metric)
    {
        List<WriteRow> rows = [.. writes.SelectMany(static write => write.Rows.Select(row => new WriteRow
        {
            Id = row.Id,
            Vector = row.Vector,
            Vectors = row.Vectors,
            Attributes = With(row.Attributes, write),
        }))];
        List<WriteRow> patches = [.. writes.SelectMany(static write => write.Patches.Select(patch => new WriteRow { Id = patch.Id, Attributes = With(patch.Changes, write) }))];
        List<Filter> leftovers = [.. writes.Where(static write => write.ReplacesOlder).Select(static write => Filter.And(ToGo(write)))];
        return new()
        {
            UpsertRows = rows.Count == 0 ? null : rows,
            PatchRows = patches.Count == 0 ? null : patches,
            UpsertCondition = rows.Count == 0 ? null : IsNoNewer(writes),
            PatchCondition = patches.Count == 0 ? null : IsNoNewer(writes),
            DeleteByFilter = leftovers switch
            {
                [] => null,
                [var only] => only,
                _ => Filter.Or(leftovers),
            },
            DistanceMetric = metric,
        };
    }

    /// <summary>The write that marks rows, but for those that have another version by now.</summary>
    /// <param name="marks">The marks, at least one.</param>
    internal static NamespaceWrite ToWrite(IReadOnlyList<RowMark> marks) => new()
    {
        PatchRows = [.. marks.Select(static mark => new WriteRow { Id = mark.RowId, Attributes = new() { [Version] = mark.Version, [Completed] = mark.Version } })],
        PatchCondition = Filter.Eq(Version, Filter.Incoming(Version)),
    };

    // The same version again is the retry of a write whose reply was lost. Each row is held against its own: documents whose
    // chunks were read at other times have other versions.
    private static Filter IsNoNewer(IReadOnlyList<RowWrite> writes) => Filter.Or(
        Filter.Eq(Version, AttributeValue.Null),
        Filter.Lte(Version, writes is [var only] ? only.Version : Filter.Incoming(Version)));

    // What a filter deletes goes before patches are made: rows that stay are still older then.
    private static IEnumerable<Filter> ToGo(RowWrite write)
    {
        yield return Filter.Eq(Document, write.DocumentId);
        yield return Filter.Lt(Version, write.Version);
        if (write.Patches.Count > 0)
        {
            yield return Filter.NotIn("id", [.. write.Patches.Select(static patch => (AttributeValue)patch.Id)]);
        }
    }

    private static AttributeMap With(AttributeMap? attributes, RowWrite write) => new(attributes ?? [])
    {
        [Document] = write.DocumentId,
        [Version] = write.Version,
    };
}
