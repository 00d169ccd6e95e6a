using System.Text.Json.Nodes;

namespace Hevlayer.Wire.Tests.Contract;

/// <summary>What the contract says of a schema and its members.</summary>
internal static class SchemaRules
{
    public static bool IsRow(JsonObject schema) => (string?)schema["x-hev-type"] == "row";

    public static bool HasProperties(JsonObject schema) => schema["properties"] is JsonObject { Count: > 0 };

    public static JsonObject? MapValue(JsonObject schema) => schema["additionalProperties"] as JsonObject;

    /// <summary>Whether the client keeps members that the contract does not name.</summary>
    public static bool KeepsUnknown(JsonObject schema) => (bool?)schema["x-hev-keeps-unknown"] == true;

    public static bool IsEnum(JsonObject schema) =>
        (string?)schema["type"] == "string" && (schema.ContainsKey("enum") || schema.ContainsKey("x-hev-values"));

    public static IReadOnlyList<string> EnumValues(JsonObject schema) =>
        schema["enum"] is JsonArray values
            ? [.. values.Select(static value => (string)value!)]
            : [.. schema["x-hev-values"]!.AsObject().Select(static pair => pair.Key)];

    /// <summary>A value of any shape, or an object of any members.</summary>
    public static bool IsFree(JsonObject schema) =>
        !schema.ContainsKey("oneOf")
        && (!schema.ContainsKey("type") || ((string?)schema["type"] == "object" && !HasProperties(schema) && MapValue(schema) is null));

    public static bool MustBeThere(JsonObject schema, string property) =>
        schema["required"] is JsonArray required
        && required.Any(name => (string?)name == property)
        && (bool?)schema["properties"]![property]!["x-hev-may-be-absent"] != true
        && (bool?)schema["properties"]![property]!["nullable"] != true;

    /// <summary>A list or map that the client shows as empty when an older gateway leaves it out.</summary>
    public static JsonNode? StandIn(JsonObject schema, string property)
    {
        var member = schema["properties"]![property]!.AsObject();
        return (bool?)member["x-hev-may-be-absent"] != true
            ? null
            : (string?)member["type"] switch
            {
                "array" => new JsonArray(),
                "object" when MapValue(member) is not null => new JsonObject(),
                _ => null,
            };
    }
}
