namespace Hevlayer;

public sealed partial class Filter
{
    /// <summary>Rows whose attribute equals one of the values.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="values">At least one value.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty, there are no values, or a value is itself a list.</exception>
    public static Filter In(string attribute, params AttributeValues values) => Among(attribute, "In", values);

    /// <summary>Rows whose attribute equals none of the values.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="values">At least one value.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty, there are no values, or a value is itself a list.</exception>
    public static Filter NotIn(string attribute, params AttributeValues values) => Among(attribute, "NotIn", values);

    /// <summary>Rows whose list has the value.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty.</exception>
    public static Filter Contains(string attribute, AttributeValue value) => Compare(attribute, "Contains", value);

    /// <summary>Rows whose list does not have the value.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty.</exception>
    public static Filter NotContains(string attribute, AttributeValue value) => Compare(attribute, "NotContains", value);

    /// <summary>Rows whose list has at least one of the values.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="values">At least one value.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty, there are no values, or a value is itself a list.</exception>
    public static Filter ContainsAny(string attribute, params AttributeValues values) => Among(attribute, "ContainsAny", values);

    /// <summary>Rows whose list has none of the values.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="values">At least one value.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty, there are no values, or a value is itself a list.</exception>
    public static Filter NotContainsAny(string attribute, params AttributeValues values) => Among(attribute, "NotContainsAny", values);

    private static Filter Among(string attribute, string name, AttributeValues values)
    {
        Require.Some(values);
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index].Kind == AttributeKind.Array)
            {
                throw new ArgumentException($"The value is a list; {name} takes one list of single values.", $"{nameof(values)}[{index}]");
            }
        }

        return Compare(attribute, name, values.ToArray());
    }
}
