namespace Hevlayer;

public sealed partial class Filter
{
    /// <summary>Rows whose attribute equals a value; null finds rows without the attribute.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty.</exception>
    public static Filter Eq(string attribute, AttributeValue value) => Compare(attribute, "Eq", value);

    /// <summary>Rows whose attribute differs from a value; null finds rows that have the attribute.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty.</exception>
    public static Filter NotEq(string attribute, AttributeValue value) => Compare(attribute, "NotEq", value);

    /// <summary>Rows whose attribute is less than a bound.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="bound">The bound, not itself included.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty, or the bound is null.</exception>
    public static Filter Lt(string attribute, AttributeValue bound) => Order(attribute, "Lt", bound);

    /// <summary>Rows whose attribute is less than a bound or equal to it.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="bound">The bound, itself included.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty, or the bound is null.</exception>
    public static Filter Lte(string attribute, AttributeValue bound) => Order(attribute, "Lte", bound);

    /// <summary>Rows whose attribute is greater than a bound.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="bound">The bound, not itself included.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty, or the bound is null.</exception>
    public static Filter Gt(string attribute, AttributeValue bound) => Order(attribute, "Gt", bound);

    /// <summary>Rows whose attribute is greater than a bound or equal to it.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="bound">The bound, itself included.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty, or the bound is null.</exception>
    public static Filter Gte(string attribute, AttributeValue bound) => Order(attribute, "Gte", bound);

    /// <summary>Rows whose list has an element that is less than a bound.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="bound">The bound, not itself included.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty, or the bound is null.</exception>
    public static Filter AnyLt(string attribute, AttributeValue bound) => Order(attribute, "AnyLt", bound);

    /// <summary>Rows whose list has an element that is less than a bound or equal to it.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="bound">The bound, itself included.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty, or the bound is null.</exception>
    public static Filter AnyLte(string attribute, AttributeValue bound) => Order(attribute, "AnyLte", bound);

    /// <summary>Rows whose list has an element that is greater than a bound.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="bound">The bound, not itself included.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty, or the bound is null.</exception>
    public static Filter AnyGt(string attribute, AttributeValue bound) => Order(attribute, "AnyGt", bound);

    /// <summary>Rows whose list has an element that is greater than a bound or equal to it.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="bound">The bound, itself included.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty, or the bound is null.</exception>
    public static Filter AnyGte(string attribute, AttributeValue bound) => Order(attribute, "AnyGte", bound);

    /// <summary>
    /// The value that a write brings, for conditions of a <see cref="NamespaceWrite"/>:
    /// <c>Filter.Lt("version", Filter.Incoming("version"))</c> replaces a row only by a newer one.
    /// </summary>
    /// <param name="attribute">Name of the attribute in the row that is written.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty.</exception>
    public static AttributeValue Incoming(string attribute) => new AttributeMap { ["$ref_new"] = Require.Id(attribute) };

    private static Filter Order(string attribute, string name, AttributeValue bound) =>
        bound.IsNull
            ? throw new ArgumentException($"The bound is null; {name} compares with a value.", nameof(bound))
            : Compare(attribute, name, bound);

    private static Filter Compare(string attribute, string name, AttributeValue value)
    {
        Require.Id(attribute);
        return new(JsonForm.Write((attribute, name, value), static (writer, parts) =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue(parts.attribute);
            writer.WriteStringValue(parts.name);
            AttributeValueJsonConverter.WriteValue(writer, parts.value);
            writer.WriteEndArray();
        }));
    }
}
