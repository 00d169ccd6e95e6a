using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hevlayer.Indexer.Tests;

/// <summary>Says what a cluster would refuse in a custom resource: the part of OpenAPI that definitions of resources use.</summary>
internal static class CrdSchema
{
    private static readonly string[] Described = ["type", "nullable", "enum", "properties", "required", "items", "format", "default", "title", "x-kubernetes-preserve-unknown-fields"];

    /// <summary>What is wrong with a value, each with its path.</summary>
    /// <param name="schema">What the value must be.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">Where it stands.</param>
    public static IEnumerable<string> Problems(JsonObject schema, JsonNode? value, string path)
    {
        if (schema.Select(static member => member.Key).Except(Described).FirstOrDefault() is { } unknown)
        {
            throw new InvalidDataException($"The schema of {path} has '{unknown}', which is not checked here.");
        }

        return value is null
            ? Flag(schema, "nullable") || Flag(schema, "x-kubernetes-preserve-unknown-fields") ? [] : [$"{path} is null."]
            : [.. OfType(schema, value, path), .. OfEnum(schema, value, path), .. OfFields(schema, value, path), .. OfItems(schema, value, path)];
    }

    private static IEnumerable<string> OfType(JsonObject schema, JsonNode value, string path)
    {
        if (schema["type"]?.GetValue<string>() is { } type && !IsOf(type, schema["format"]?.GetValue<string>(), value))
        {
            yield return $"{path} is {value.ToJsonString()}, which is no {type}.";
        }
    }

    private static bool IsOf(string type, string? format, JsonNode value) => (type, value.GetValueKind()) switch
    {
        ("object", var kind) => kind == JsonValueKind.Object,
        ("array", var kind) => kind == JsonValueKind.Array,
        ("string", var kind) => kind == JsonValueKind.String,
        ("boolean", var kind) => kind is JsonValueKind.True or JsonValueKind.False,
        ("integer", JsonValueKind.Number) => long.TryParse(value.ToJsonString(), out var number) && (format != "int32" || number == (int)number),
        ("number", var kind) => kind == JsonValueKind.Number,
        _ => false,
    };

    private static IEnumerable<string> OfEnum(JsonObject schema, JsonNode value, string path)
    {
        if (schema["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
        {
            yield return $"{path} is {value.ToJsonString()}, which is none of {allowed.ToJsonString()}.";
        }
    }

    private static IEnumerable<string> OfFields(JsonObject schema, JsonNode value, string path)
    {
        if (value is not JsonObject fields)
        {
            return [];
        }

        var known = schema["properties"] as JsonObject ?? [];
        var missing = (schema["required"] as JsonArray ?? []).Select(static name => name!.GetValue<string>())
            .Where(name => !fields.ContainsKey(name))
            .Select(name => $"{path}.{name} is missing.");
        var problems = fields.SelectMany(field => known[field.Key] is JsonObject inner ? Problems(inner, field.Value, $"{path}.{field.Key}")
            : Flag(schema, "x-kubernetes-preserve-unknown-fields") ? []
            : [$"{path}.{field.Key} is not known."]);
        return missing.Concat(problems);
    }

    private static IEnumerable<string> OfItems(JsonObject schema, JsonNode value, string path) =>
        value is JsonArray list && schema["items"] is JsonObject item
            ? list.SelectMany((element, index) => Problems(item, element, $"{path}[{index}]"))
            : [];

    private static bool Flag(JsonObject schema, string name) => schema[name]?.GetValue<bool>() == true;
}
