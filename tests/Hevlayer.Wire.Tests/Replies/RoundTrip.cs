using System.Globalization;
using System.Text.Json.Nodes;
using Hevlayer.Wire.Tests.Contract;

namespace Hevlayer.Wire.Tests.Replies;

/// <summary>What must be left of a reply after it was read into records and written again.</summary>
internal static class RoundTrip
{
    /// <summary>The same without nulls and without members that the records do not have.</summary>
    public static JsonNode? Expected(JsonObject schema, JsonNode? sent)
    {
        var actual = WireContract.Resolve(schema);
        return sent switch
        {
            null => null,
            _ when SchemaRules.IsRow(actual) || SchemaRules.IsFree(actual) => sent.DeepClone(),
            _ when actual["oneOf"] is JsonArray cases => Expected(CaseOf(cases, sent), sent),
            JsonArray list => new JsonArray([.. list.Select(item => Expected(actual["items"]!.AsObject(), item))]),
            JsonObject map when SchemaRules.MapValue(actual) is { } value => new JsonObject(
                map.Select(pair => KeyValuePair.Create(pair.Key, Expected(value, pair.Value)))),
            JsonObject members => ExpectedMembers(actual, members),
            _ => sent.DeepClone(),
        };
    }

    /// <summary>Points in time in one form; texts that are no such point stay as they are.</summary>
    public static JsonNode? WithPlainTimes(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(static pair => KeyValuePair.Create(pair.Key, WithPlainTimes(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(WithPlainTimes)]),
        JsonValue value when value.TryGetValue<string>(out var text) && IsTime(text, out var time) =>
            JsonValue.Create(time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };

    private static JsonObject ExpectedMembers(JsonObject schema, JsonObject sent)
    {
        var known = schema["properties"]!.AsObject();
        var result = new JsonObject();
        foreach (var (name, value) in sent)
        {
            if (!known.ContainsKey(name))
            {
                if (SchemaRules.KeepsUnknown(schema))
                {
                    result[name] = value?.DeepClone();
                }
            }
            else if (Expected(known[name]!.AsObject(), value) is { } kept)
            {
                result[name] = kept;
            }
        }

        foreach (var (name, _) in known)
        {
            if (!result.ContainsKey(name) && SchemaRules.StandIn(schema, name) is { } empty)
            {
                result[name] = empty;
            }
        }

        return result;
    }

    private static JsonObject CaseOf(JsonArray cases, JsonNode sent) => cases
        .Select(static option => WireContract.Resolve(option!.AsObject()))
        .First(option => (string?)option["type"] switch
        {
            "object" => sent is JsonObject members && (!SchemaRules.HasProperties(option) || Fits(option, members)),
            "array" => sent is JsonArray,
            _ => sent is JsonValue,
        });

    private static bool Fits(JsonObject option, JsonObject members) =>
        option["required"]!.AsArray().All(name => members.ContainsKey((string)name!));

    private static bool IsTime(string text, out DateTimeOffset time)
    {
        time = default;
        return text.Length > 19 && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }
}
