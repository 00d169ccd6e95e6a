using System.Globalization;
using System.Text.Json.Nodes;
using Hevlayer.Wire.Tests.Contract;

namespace Hevlayer.Wire.Tests.Replies;

/// <summary>Writes replies from their schemas.</summary>
/// <param name="kind">How much they say.</param>
/// <param name="variant">Which enum value and which case of a union they take, counted round.</param>
internal sealed class ReplyBuilder(ReplyKind kind, int variant)
{
    public const string UnknownEnumValue = "value_of_tomorrow";
    private const string UnknownMember = "member_of_tomorrow";

    // Job times come from an approximate calendar; they are texts and must stay what they are.
    private const string JobTime = "2026-13-32T25:00:00Z";
    private const string Time = "2026-01-02T03:04:05.678Z";

    public JsonNode? Build(JsonObject schema, string name)
    {
        var actual = WireContract.Resolve(schema);
        return actual switch
        {
            _ when actual["oneOf"] is JsonArray cases => Build(cases[variant % cases.Count]!.AsObject(), name),
            _ when SchemaRules.IsRow(actual) => FreeJson.Row(),
            _ when SchemaRules.IsFree(actual) => FreeJson.Value(withNulls: kind != ReplyKind.Nulls),
            _ when SchemaRules.IsEnum(actual) => EnumValue(actual),
            _ => ByType(actual, name),
        };
    }

    private JsonNode ByType(JsonObject schema, string name) => (string)schema["type"]! switch
    {
        "object" when SchemaRules.MapValue(schema) is { } value => new JsonObject
        {
            [$"{name} 1/é"] = Build(value, name),
            ["tomorrow"] = Build(value, name),
        },
        "object" => BuildObject(schema),
        "array" => new JsonArray(Build(schema["items"]!.AsObject(), name), Build(schema["items"]!.AsObject(), name)),
        "string" => Text(schema, name),
        "boolean" => JsonValue.Create(variant % 2 == 0),
        "number" => (string?)schema["format"] == "float" ? JsonValue.Create(0.1f) : JsonValue.Create(0.1),
        "integer" => Integer((string?)schema["format"]),
        var type => throw new InvalidDataException($"The contract has a type that no reply was written for: {type}."),
    };

    private JsonObject BuildObject(JsonObject schema)
    {
        var result = new JsonObject();
        if (kind == ReplyKind.Future)
        {
            result[UnknownMember] = FreeJson.Value(withNulls: true);
        }

        foreach (var (name, member) in schema["properties"]!.AsObject())
        {
            if (kind == ReplyKind.Nulls && !SchemaRules.MustBeThere(schema, name))
            {
                result[name] = null;
            }
            else if (kind != ReplyKind.Minimal || SchemaRules.MustBeThere(schema, name))
            {
                result[name] = Build(member!.AsObject(), name);
            }
        }

        if (kind == ReplyKind.Future)
        {
            result[$"{UnknownMember}_2"] = null;
        }

        return result;
    }

    private JsonValue EnumValue(JsonObject schema)
    {
        var values = SchemaRules.EnumValues(schema);
        return JsonValue.Create(kind == ReplyKind.Future ? UnknownEnumValue : values[variant % values.Count]);
    }

    private static JsonValue Text(JsonObject schema, string name) => (string?)schema["format"] switch
    {
        "date-time" => JsonValue.Create(Time),
        _ when name.EndsWith("_at", StringComparison.Ordinal) => JsonValue.Create(JobTime),
        _ => JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"{name} \"é\" \\ 漢🙂\u2028")),
    };

    // The largest of each width, so that a narrower type in the client shows. Unsigned counts are signed in C#.
    private static JsonValue Integer(string? format) => format switch
    {
        "uint16" => JsonValue.Create(ushort.MaxValue),
        "int32" or "uint32" => JsonValue.Create(int.MaxValue),
        _ => JsonValue.Create(long.MaxValue),
    };
}
