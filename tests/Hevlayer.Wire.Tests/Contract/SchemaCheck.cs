using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hevlayer.Wire.Tests.Contract;

/// <summary>Whether a JSON value is what a schema of the contract says; a member that the contract does not name is a fault, too.</summary>
internal static class SchemaCheck
{
    /// <summary>What is wrong with a value, each fault with its place; none when it fits.</summary>
    public static IReadOnlyList<string> Faults(JsonNode? value, JsonObject schema, string place = "$") => [.. Check(value, WireContract.Resolve(schema), place)];

    private static IEnumerable<string> Check(JsonNode? value, JsonObject schema, string place)
    {
        if (value is null)
        {
            return (bool?)schema["nullable"] == true || SchemaRules.IsFree(schema) ? [] : [$"{place} is null"];
        }

        if (schema["oneOf"] is JsonArray cases)
        {
            return cases.Any(one => Faults(value, one!.AsObject(), place).Count == 0) ? [] : [$"{place} is none of its cases"];
        }

        return (string?)schema["type"] switch
        {
            "object" when value is JsonObject members => SchemaRules.IsRow(schema) ? [] : Members(members, schema, place),
            "array" when value is JsonArray items => items.SelectMany((item, i) => Faults(item, schema["items"]!.AsObject(), $"{place}[{i}]")),
            "string" when value.GetValueKind() == JsonValueKind.String => Text((string)value!, schema, place),
            "boolean" when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => [],
            "number" when value.GetValueKind() == JsonValueKind.Number => Number(Value(value), schema, place),
            "integer" when value.GetValueKind() == JsonValueKind.Number => long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var whole) ? Number(whole, schema, place) : [$"{place} is not whole"],
            null => [],
            { } type => [$"{place} is a {value.GetValueKind()}, not of type {type}"],
        };
    }

    private static IEnumerable<string> Members(JsonObject members, JsonObject schema, string place)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        var others = SchemaRules.MapValue(schema);
        var isOpen = SchemaRules.IsFree(schema) || SchemaRules.KeepsUnknown(schema) || schema["additionalProperties"] is JsonValue;
        return properties
            .Where(property => SchemaRules.MustBeThere(schema, property.Key) && !members.ContainsKey(property.Key))
            .Select(property => $"{place} lacks {property.Key}")
            .Concat(members.SelectMany(member => properties[member.Key] is JsonObject known
                ? MayBeNull(known) && member.Value is null ? [] : Faults(member.Value, known, $"{place}.{member.Key}")
                : others is not null ? Faults(member.Value, others, $"{place}.{member.Key}") : isOpen ? [] : [$"{place}.{member.Key} is not in the contract"]));
    }

    private static bool MayBeNull(JsonObject property) => (bool?)property["nullable"] == true;

    private static IEnumerable<string> Text(string text, JsonObject schema, string place)
    {
        if (SchemaRules.IsEnum(schema) && !SchemaRules.EnumValues(schema).Contains(text))
        {
            yield return $"{place} is '{text}', none of {string.Join(", ", SchemaRules.EnumValues(schema))}";
        }

        if ((string?)schema["format"] == "date-time" && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _))
        {
            yield return $"{place} is '{text}', no time";
        }
    }

    private static double Value(JsonNode number) => double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);

    private static IEnumerable<string> Number(double number, JsonObject schema, string place)
    {
        if (schema["minimum"] is { } least && number < Value(least))
        {
            yield return $"{place} is {number}, less than {least}";
        }

        if (schema["maximum"] is { } most && number > Value(most))
        {
            yield return $"{place} is {number}, more than {most}";
        }

        if ((string?)schema["format"] is "uint16" or "uint32" or "uint64" && number < 0)
        {
            yield return $"{place} is {number}, less than 0";
        }
    }
}
