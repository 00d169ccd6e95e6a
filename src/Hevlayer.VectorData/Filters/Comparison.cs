using System.Collections;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Hevlayer.VectorData;

/// <summary>The comparison of a property with a value.</summary>
internal static class Comparison
{
    /// <summary>The comparison with its sides swapped.</summary>
    public static ComparisonKind Mirror(ComparisonKind kind) => kind switch
    {
        ComparisonKind.Less => ComparisonKind.Greater,
        ComparisonKind.LessOrEqual => ComparisonKind.GreaterOrEqual,
        ComparisonKind.Greater => ComparisonKind.Less,
        ComparisonKind.GreaterOrEqual => ComparisonKind.LessOrEqual,
        _ => kind,
    };

    /// <summary>Rows whose property compares so with the value. As in C#, nothing is less or greater than null.</summary>
    /// <exception cref="NotSupportedException">The property has no order, or the value is of a type that cannot be stored.</exception>
    public static Condition Of(PropertyModel property, ComparisonKind kind, object? value)
    {
        if (kind == ComparisonKind.Equal)
        {
            return Filter.Eq(property.StorageName, Value(property, value));
        }

        if (!IsOrdered(property))
        {
            throw new NotSupportedException($"Property '{property.ModelName}' of type '{property.Type.Name}' has no order in the vector store; it can be compared for equality only.");
        }

        return value is null ? Condition.Never : Order(property.StorageName, kind, Value(property, value));
    }

    /// <summary>Whether rows can be ordered by the property.</summary>
    public static bool IsOrdered(PropertyModel property) => property switch
    {
        KeyPropertyModel => StoredKeys.IsOrdered(property.Type),
        DataPropertyModel => StoredTypes.Find(property.Type)!.IsOrdered,
        _ => false,
    };

    /// <summary>The stored form of a value that a property, or an element of it, is compared with.</summary>
    /// <exception cref="NotSupportedException">The property is a vector, or the value is of a type that cannot be stored.</exception>
    public static AttributeValue Value(PropertyModel property, object? value) => (property, value) switch
    {
        (VectorPropertyModel, _) => throw new NotSupportedException($"Property '{property.ModelName}' is a vector, by which rows cannot be filtered."),
        (_, null) => AttributeValue.Null,
        (KeyPropertyModel, _) => StoredKeys.Write(value),
        (_, IEnumerable and not string) => StoredTypes.Find(property.Type)!.Write(value),
        _ => StoredTypes.Single(value.GetType()).Write(value),
    };

    private static Filter Order(string attribute, ComparisonKind kind, AttributeValue value) => kind switch
    {
        ComparisonKind.Less => Filter.Lt(attribute, value),
        ComparisonKind.LessOrEqual => Filter.Lte(attribute, value),
        ComparisonKind.Greater => Filter.Gt(attribute, value),
        _ => Filter.Gte(attribute, value),
    };
}
