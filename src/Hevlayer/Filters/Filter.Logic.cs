using System.Text.Json;

namespace Hevlayer;

public sealed partial class Filter
{
    private const string AndName = "And";
    private const string OrName = "Or";

    /// <summary>Rows that meet all filters.</summary>
    /// <param name="filters">At least one filter.</param>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public static Filter And(params IEnumerable<Filter> filters) => Combine(AndName, filters);

    /// <summary>Rows that meet at least one of the filters.</summary>
    /// <param name="filters">At least one filter.</param>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public static Filter Or(params IEnumerable<Filter> filters) => Combine(OrName, filters);

    /// <summary>Rows that do not meet a filter.</summary>
    /// <param name="filter">The filter.</param>
    public static Filter Not(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(JsonForm.Write(filter, static (writer, inner) =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue("Not");
            inner._json.WriteTo(writer);
            writer.WriteEndArray();
        }));
    }

    /// <summary>Rows that meet both filters; chains become one flat <c>And</c>.</summary>
    /// <param name="left">One filter.</param>
    /// <param name="right">The other filter.</param>
    public static Filter operator &(Filter left, Filter right) => Chain(AndName, left, right);

    /// <summary>Rows that meet at least one of two filters; chains become one flat <c>Or</c>.</summary>
    /// <param name="left">One filter.</param>
    /// <param name="right">The other filter.</param>
    public static Filter operator |(Filter left, Filter right) => Chain(OrName, left, right);

    /// <summary>Rows that do not meet a filter.</summary>
    /// <param name="filter">The filter.</param>
    public static Filter operator !(Filter filter) => Not(filter);

    private static Filter Combine(string name, IEnumerable<Filter> filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        var parts = Require.Some(filters.ToArray(), nameof(filters));
        for (var index = 0; index < parts.Count; index++)
        {
            ArgumentNullException.ThrowIfNull(parts[index], $"{nameof(filters)}[{index}]");
        }

        return Write(name, parts.Select(part => part._json));
    }

    private static Filter Chain(string name, Filter left, Filter right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Write(name, left.Parts(name).Concat(right.Parts(name)));
    }

    private static Filter Write(string name, IEnumerable<JsonElement> parts) =>
        new(JsonForm.Write((name, parts), static (writer, all) =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue(all.name);
            writer.WriteStartArray();
            foreach (var part in all.parts)
            {
                part.WriteTo(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndArray();
        }));

    private JsonElement[] Parts(string name) =>
        _json.GetArrayLength() == 2
        && _json[0].ValueKind == JsonValueKind.String
        && _json[0].ValueEquals(name)
        && _json[1].ValueKind == JsonValueKind.Array
            ? [.. _json[1].EnumerateArray()]
            : [_json];
}
