namespace Hevlayer;

/// <summary>
/// A write to a namespace, all of it applied or none: upserts, patches and deletes by id or by filter, with conditions and
/// schema. Send it with <see cref="NamespaceClient.WriteAsync"/>.
/// </summary>
public sealed record NamespaceWrite
{
    /// <summary>Rows to insert or replace whole; exclusive with <see cref="UpsertColumns"/>.</summary>
    /// <value>Default: null, none.</value>
    public IReadOnlyList<WriteRow>? UpsertRows { get; init; }

    /// <summary>Rows to insert or replace whole, by columns; exclusive with <see cref="UpsertRows"/>.</summary>
    /// <value>Default: null, none.</value>
    public WriteColumns? UpsertColumns { get; init; }

    /// <summary>
    /// Rows to change in part; ids that do not exist are skipped; exclusive with <see cref="PatchColumns"/>.
    /// </summary>
    /// <value>Default: null, none.</value>
    public IReadOnlyList<WriteRow>? PatchRows { get; init; }

    /// <summary>Rows to change in part, by columns; exclusive with <see cref="PatchRows"/>.</summary>
    /// <value>Default: null, none.</value>
    public WriteColumns? PatchColumns { get; init; }

    /// <summary>Ids of rows to delete.</summary>
    /// <value>Default: null, none.</value>
    public AttributeValues? Deletes { get; init; }

    /// <summary>Deletes all rows that meet a filter.</summary>
    /// <value>Default: null, none.</value>
    public Filter? DeleteByFilter { get; init; }

    /// <summary>
    /// Whether a delete by filter may stop at the vector store's limit, with <see cref="TurbopufferWriteResponse.RowsRemaining"/>
    /// true in the reply.
    /// </summary>
    /// <value>Default: null, no: such a delete is refused.</value>
    public bool? DeleteByFilterAllowPartial { get; init; }

    /// <summary>Changes all rows that meet a filter.</summary>
    /// <value>Default: null, none.</value>
    public FilterPatch? PatchByFilter { get; init; }

    /// <summary>
    /// Whether a patch by filter may stop at the vector store's limit, with <see cref="TurbopufferWriteResponse.RowsRemaining"/>
    /// true in the reply.
    /// </summary>
    /// <value>Default: null, no: such a patch is refused.</value>
    public bool? PatchByFilterAllowPartial { get; init; }

    /// <summary>What the present row must meet to be replaced; see <see cref="Filter.Incoming"/>.</summary>
    /// <value>Default: null, nothing.</value>
    public Filter? UpsertCondition { get; init; }

    /// <summary>What the present row must meet to be patched.</summary>
    /// <value>Default: null, nothing.</value>
    public Filter? PatchCondition { get; init; }

    /// <summary>What the present row must meet to be deleted by id.</summary>
    /// <value>Default: null, nothing.</value>
    public Filter? DeleteCondition { get; init; }

    /// <summary>Distance of a new namespace's vectors.</summary>
    /// <value>Default: null, the gateway's own.</value>
    public DistanceMetric? DistanceMetric { get; init; }

    /// <summary>How attributes are kept, by name; what is not named is inferred.</summary>
    /// <value>Default: null, nothing.</value>
    public Dictionary<string, AttributeSchema>? Schema { get; init; }

    /// <summary>Whether the reply names the ids of the rows that were affected.</summary>
    /// <value>Default: null, no.</value>
    public bool? ReturnAffectedIds { get; init; }

    /// <summary>Whether the vector store takes the write even while its index lags far behind.</summary>
    /// <value>Default: null, no: it answers 429.</value>
    public bool? DisableBackpressure { get; init; }

    /// <summary>Members that this version does not know, sent as they are.</summary>
    /// <value>Default: null, none.</value>
    public AttributeMap? Extra { get; init; }

    /// <summary>Checks the write and gives it as a request, for <see cref="IHevlayerApi.WriteNamespaceAsync"/>.</summary>
    /// <exception cref="ArgumentException">
    /// There is nothing to write, rows and columns are mixed, an id is empty, used twice or of the wrong kind, columns or
    /// vectors differ in length, a component is not finite, a name is reserved, or a condition has no write.
    /// </exception>
    public TurbopufferWriteRequest ToRequest()
    {
        WriteRules.Check(this);
        return new() { Typed = this };
    }
}
