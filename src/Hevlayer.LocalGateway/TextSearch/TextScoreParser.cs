using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Reads <c>["text", "BM25", "red kettle"]</c> and its combinations by Sum, Max and Product.</summary>
internal static class TextScoreParser
{
    /// <summary>The score of an expression; null when it is none of these.</summary>
    public static TextScore? Parse(IReadOnlyList<JsonElement> parts) => (Text(parts, 0), Text(parts, 1), parts.Count) switch
    {
        ({ } attribute, "BM25", 3 or 4) => new TextScore.Bm25(attribute, Terms(parts)),
        ("Sum", null, 2) => new TextScore.Sum(All(parts[1])),
        ("Max", null, 2) => new TextScore.Max(All(parts[1])),
        ("Product", null, 3) when parts[1].ValueKind == JsonValueKind.Number => new TextScore.Product(parts[1].GetDouble(), Required(parts[2])),
        ("Product", null, 3) when parts[2].ValueKind == JsonValueKind.Number => new TextScore.Product(parts[2].GetDouble(), Required(parts[1])),
        _ => null,
    };

    private static TextTerm[] Terms(IReadOnlyList<JsonElement> parts)
    {
        var tokens = TextTokens.Of(Text(parts, 2) ?? throw GatewayFault.Invalid("BM25 takes a text"));
        var lastIsPrefix = parts.Count == 4 && parts[3].ValueKind == JsonValueKind.Object && parts[3].TryGetProperty("last_as_prefix", out var flag) && flag.ValueKind == JsonValueKind.True;
        return [.. tokens.Select((token, index) => new TextTerm(token, lastIsPrefix && index == tokens.Count - 1))];
    }

    private static TextScore[] All(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0
            ? [.. list.EnumerateArray().Select(Required)]
            : throw GatewayFault.Invalid("Sum and Max take a list of text rankings");

    private static TextScore Required(JsonElement expression) =>
        (expression.ValueKind == JsonValueKind.Array ? Parse([.. expression.EnumerateArray()]) : null)
        ?? throw GatewayFault.Invalid("only text rankings can be combined: BM25, Sum, Max and Product");

    private static string? Text(IReadOnlyList<JsonElement> parts, int index) =>
        index < parts.Count && parts[index].ValueKind == JsonValueKind.String ? parts[index].GetString() : null;
}
