namespace Hevlayer.VectorData;

/// <summary>A filter that may also match every row or none, which the gateway's language cannot express.</summary>
internal sealed class Condition
{
    private readonly Filter? _filter;

    private Condition(Filter? filter) => _filter = filter;

    public static Condition Always { get; } = new(null);

    public static Condition Never { get; } = new(null);

    public static implicit operator Condition(Filter filter) => new(filter);

    public static Condition Of(bool isMet) => isMet ? Always : Never;

    public static Condition And(Condition left, Condition right) =>
        left == Never || right == Never ? Never
        : left == Always ? right
        : right == Always ? left
        : left._filter! & right._filter!;

    public static Condition Or(Condition left, Condition right) =>
        left == Always || right == Always ? Always
        : left == Never ? right
        : right == Never ? left
        : left._filter! | right._filter!;

    public static Condition Not(Condition condition) =>
        condition == Always ? Never
        : condition == Never ? Always
        : Filter.Not(condition._filter!);

    /// <summary>The filter of a query; null when every row is wanted. Each row has an id, so none meets its absence.</summary>
    public Filter? ToFilter() => this == Never ? Filter.Eq(RowFields.Id, AttributeValue.Null) : _filter;
}
