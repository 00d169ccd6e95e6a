using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Reads the array form of a filter, such as <c>["And", [["a", "Eq", 1], ["b", "Gt", 2]]]</c>.</summary>
internal static class FilterParser
{
    // Deep enough for any real filter, shallow enough that no request can exhaust the stack.
    private const int MostLevels = 64;

    public static RowFilter? Parse(JsonElement? filter) =>
        filter is { ValueKind: not JsonValueKind.Null } element ? Parse(element, 0) : null;

    private static RowFilter Parse(JsonElement filter, int level)
    {
        if (level > MostLevels)
        {
            throw GatewayFault.Invalid($"filters nest deeper than {MostLevels} levels");
        }

        if (filter.ValueKind != JsonValueKind.Array
            || filter.GetArrayLength() is not (2 or 3)
            || filter[0].ValueKind != JsonValueKind.String)
        {
            throw GatewayFault.Invalid(
                $"a filter is [attribute, operator, value], [\"And\"|\"Or\", [filters]] or [\"Not\", filter], not {Show(filter)}");
        }

        var head = filter[0].GetString()!;
        return filter.GetArrayLength() == 2 ? Logical(head, filter[1], level) : Comparison(head, filter[1], filter[2]);
    }

    private static RowFilter Logical(string head, JsonElement rest, int level) => head switch
    {
        "And" => new RowFilter.And(Parts(rest, level)),
        "Or" => new RowFilter.Or(Parts(rest, level)),
        "Not" => new RowFilter.Not(Parse(rest, level + 1)),
        _ => throw GatewayFault.Invalid($"unknown filter '{head}': two-part filters are And, Or and Not"),
    };

    private static RowFilter[] Parts(JsonElement list, int level) =>
        list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(part => Parse(part, level + 1))]
            : throw GatewayFault.Invalid($"And and Or take a list of filters, not {Show(list)}");

    private static RowFilter.Compare Comparison(string attribute, JsonElement name, JsonElement operand)
    {
        var text = name.ValueKind == JsonValueKind.String ? name.GetString()! : name.GetRawText();
        if (!FilterOperators.Simulated.TryGetValue(text, out var compare))
        {
            throw GatewayFault.NotSimulated(
                $"filter operator '{text}' is not simulated; known are And, Or, Not, {string.Join(", ", FilterOperators.Simulated.Keys.Order(StringComparer.Ordinal))}");
        }

        if (FilterOperators.TakesList(text) && operand.ValueKind != JsonValueKind.Array)
        {
            throw GatewayFault.Invalid($"filter operator {text} takes a list, not {Show(operand)}");
        }

        return new RowFilter.Compare(attribute, compare, WireJson.Value(operand));
    }

    private static string Show(JsonElement element) => $"a JSON {element.ValueKind}";
}
