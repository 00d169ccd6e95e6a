using System.Text.Json;

namespace Hevlayer;

/// <summary>What filters and rankings given as JSON must be before they are sent.</summary>
internal static class ExpressionRules
{
    public static JsonElement NonEmptyArray(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0
            ? json
            : throw new ArgumentException($"The JSON is {Describe(json)}; an array with at least one element is needed.", name);

    public static void CheckFilter(JsonElement? filter, string name)
    {
        if (filter is { } json)
        {
            NonEmptyArray(json, name);
        }
    }

    /// <summary>Whether a ranking is one of the gateway's own, which the vector store does not know.</summary>
    public static bool IsGatewayRanking(IReadOnlyList<JsonElement> rankBy) =>
        rankBy.Count > 1
        && rankBy[1].ValueKind == JsonValueKind.String
        && (rankBy[1].ValueEquals("HybridText") || rankBy[1].ValueEquals("Auto"));

    private static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => "an empty array",
        JsonValueKind.Undefined => "not set",
        var kind => $"a JSON {kind}",
    };
}
