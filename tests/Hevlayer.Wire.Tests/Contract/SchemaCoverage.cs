using System.Text.Json.Nodes;

namespace Hevlayer.Wire.Tests.Contract;

/// <summary>Finds what an example leaves out of its schema.</summary>
internal static class SchemaCoverage
{
    /// <summary>Paths of the members that occur nowhere in the examples.</summary>
    public static IEnumerable<string> Missing(JsonObject schema, IReadOnlyList<JsonNode> examples, string path = "")
    {
        var actual = WireContract.Resolve(schema);
        if ((string?)actual["type"] == "array")
        {
            return Missing(actual["items"]!.AsObject(), [.. examples.OfType<JsonArray>().SelectMany(static list => list).OfType<JsonNode>()], $"{path}[]");
        }

        if (SchemaRules.MapValue(actual) is { } value)
        {
            return Missing(value, [.. examples.OfType<JsonObject>().SelectMany(static map => map).Select(static pair => pair.Value).OfType<JsonNode>()], $"{path}.*");
        }

        return (actual["properties"]?.AsObject() ?? []).SelectMany(member => MissingMember(member.Key, member.Value!.AsObject(), examples, path));
    }

    private static IEnumerable<string> MissingMember(string name, JsonObject schema, IReadOnlyList<JsonNode> examples, string path)
    {
        var holders = examples.OfType<JsonObject>().Where(example => example.ContainsKey(name)).ToList();
        return holders.Count == 0
            ? [$"{path}.{name}"]
            : Missing(schema, [.. holders.Select(holder => holder[name]).OfType<JsonNode>()], $"{path}.{name}");
    }
}
