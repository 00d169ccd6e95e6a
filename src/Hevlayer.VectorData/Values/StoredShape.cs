using System.Collections;

namespace Hevlayer.VectorData;

/// <summary>How a property is stored: the type of its values, and whether there are several.</summary>
/// <param name="Element">The type of one value.</param>
/// <param name="Kind">One value or several.</param>
internal sealed record StoredShape(StoredType Element, StoredKind Kind)
{
    /// <summary>Type of the attribute in the vector store.</summary>
    public AttributeType Schema => Kind == StoredKind.Single ? Element.Schema : AttributeType.ListOf(Element.Schema);

    /// <summary>Whether rows can be ordered and compared by it.</summary>
    public bool IsOrdered => Kind == StoredKind.Single && Element.IsOrdered;

    /// <summary>The stored form of a value; null stays null.</summary>
    /// <exception cref="ArgumentException">An element of a list is null.</exception>
    public AttributeValue Write(object? value) => value switch
    {
        null => AttributeValue.Null,
        _ when Kind == StoredKind.Single => Element.Write(value),
        _ => WriteAll((IEnumerable)value),
    };

    /// <summary>The .NET value of what is stored; null stays null.</summary>
    public object? Read(AttributeValue value) => value.IsNull ? null : Kind switch
    {
        StoredKind.Array => Element.ReadArray(value),
        StoredKind.List => Element.ReadList(value),
        _ => Element.Read(value),
    };

    private AttributeValue WriteAll(IEnumerable values) => values
        .Cast<object?>()
        .Select((value, index) => Element.Write(value ?? throw new ArgumentException($"Element {index} of the list is null; the vector store has no null in lists.")))
        .ToArray();
}
