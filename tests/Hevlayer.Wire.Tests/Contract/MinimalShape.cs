using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hevlayer.Wire.Tests.Contract;

/// <summary>Checks that a reply holds what its schema requires, of the right types, and nothing else.</summary>
internal static class MinimalShape
{
    public static IEnumerable<string> Problems(JsonObject schema, JsonNode? node, string path = "$")
    {
        var actual = WireContract.Resolve(schema);
        return actual switch
        {
            _ when actual["oneOf"] is JsonArray cases =>
                cases.Any(option => !Problems(option!.AsObject(), node, path).Any()) ? [] : [$"{path} is none of the cases"],
            _ when SchemaRules.IsFree(actual) || SchemaRules.IsRow(actual) => [],
            _ when !HasType(actual, node) => [$"{path} is not of type {actual["type"]}"],
            _ when node is JsonArray list => list.SelectMany(item => Problems(actual["items"]!.AsObject(), item, $"{path}[]")),
            _ when SchemaRules.MapValue(actual) is { } value => node!.AsObject().SelectMany(pair => Problems(value, pair.Value, $"{path}.*")),
            _ when node is JsonObject members => MemberProblems(actual, members, path),
            _ => [],
        };
    }

    private static IEnumerable<string> MemberProblems(JsonObject schema, JsonObject members, string path)
    {
        var known = schema["properties"]!.AsObject();
        var required = known.Select(static pair => pair.Key).Where(name => SchemaRules.MustBeThere(schema, name)).ToList();
        return required.Except(members.Select(static pair => pair.Key)).Select(name => $"{path}.{name} is missing")
            .Concat(members.Select(static pair => pair.Key).Except(required).Select(name => $"{path}.{name} need not be there"))
            .Concat(required.Where(members.ContainsKey).SelectMany(name => Problems(known[name]!.AsObject(), members[name], $"{path}.{name}")));
    }

    private static bool HasType(JsonObject schema, JsonNode? node) => ((string)schema["type"]!, node?.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => long.TryParse(node!.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ("string", JsonValueKind.String) => IsText(schema, (string)node!),
        _ => false,
    };

    private static bool IsText(JsonObject schema, string text) =>
        (schema["enum"] is null || SchemaRules.EnumValues(schema).Contains(text))
        && ((string?)schema["format"] != "date-time" || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _));
}
