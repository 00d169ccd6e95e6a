using Microsoft.Extensions.VectorData;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Hevlayer.VectorData;

/// <summary>One property by which records are ordered.</summary>
/// <param name="Attribute">Its name in the vector store.</param>
/// <param name="IsAscending">Whether the smallest value comes first.</param>
internal readonly record struct RecordOrder(string Attribute, bool IsAscending)
{
    /// <summary>The order that a query asks for; that of the ids when it asks for none.</summary>
    /// <exception cref="NotSupportedException">A property has no order in the vector store.</exception>
    public static IReadOnlyList<RecordOrder> Of<TRecord>(FilteredRecordRetrievalOptions<TRecord> options, CollectionModel model)
        where TRecord : class
    {
        var wanted = options.OrderBy?.Invoke(new()).Values;
        return wanted is null or [] ? [new(RowFields.Id, IsAscending: true)] : [.. wanted.Select(order => Of(model.GetDataOrKeyProperty(order.PropertySelector), order.Ascending))];
    }

    private static RecordOrder Of(PropertyModel property, bool isAscending) => Comparison.IsOrdered(property)
        ? new(property.StorageName, isAscending)
        : throw new NotSupportedException($"Property '{property.ModelName}' of type '{property.Type.Name}' has no order in the vector store.");

    /// <summary>The ranking of the vector store.</summary>
    public RankBy ToRankBy() => IsAscending ? RankBy.Ascending(Attribute) : RankBy.Descending(Attribute);

    /// <summary>Compares two rows; those without the attribute come last.</summary>
    public int Compare(FoundRow left, FoundRow right)
    {
        var (first, second) = (Value(left), Value(right));
        return first.IsNull || second.IsNull
            ? first.IsNull.CompareTo(second.IsNull)
            : IsAscending ? Compare(first, second) : Compare(second, first);
    }

    private static int Compare(AttributeValue left, AttributeValue right) => left.Kind switch
    {
        AttributeKind.String => string.CompareOrdinal(left.AsString(), right.AsString()),
        AttributeKind.Boolean => left.AsBoolean().CompareTo(right.AsBoolean()),
        AttributeKind.Integer when right.Kind == AttributeKind.Integer => left.AsInt64().CompareTo(right.AsInt64()),
        _ => left.AsDouble().CompareTo(right.AsDouble()),
    };

    private AttributeValue Value(FoundRow row) =>
        Attribute == RowFields.Id ? row.Id : row.Attributes.TryGetValue(Attribute, out var value) ? value : AttributeValue.Null;
}
