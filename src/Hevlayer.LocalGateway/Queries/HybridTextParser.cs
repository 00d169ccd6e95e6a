using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Reads <c>["text", "HybridText", "red kettle", {...}]</c> and <c>["text", "Auto", "red kettle", {...}]</c>.</summary>
internal static class HybridTextParser
{
    private const int RankConstant = 60;

    public static Ranking.ByHybridText HybridText(string attribute, string input, JsonElement? options) => new(Search(attribute, input, options));

    public static Ranking.ByRoute Auto(string attribute, string input, JsonElement? options)
    {
        var route = Member(options, "route") is { ValueKind: JsonValueKind.String } named ? named.GetString() : null;
        var vector = Member(options, "vector") switch
        {
            { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.String =>
                throw GatewayFault.NotSimulated("an embedding by the gateway is not simulated; send a vector"),
            { ValueKind: JsonValueKind.Array } list => VectorReader.Parse(list, "rank_by"),
            _ => null,
        };
        return new(Search(attribute, input, options), route, vector);
    }

    private static HybridTextSearch Search(string attribute, string input, JsonElement? options) => HybridTextSearch.Of(
        attribute,
        input,
        FuzzinessOf(Member(options, "fuzziness")),
        Number(options, "rank_constant") ?? RankConstant,
        Number(options, "per_leg_limit"));

    private static Fuzziness FuzzinessOf(JsonElement? value) => value switch
    {
        null => "auto",
        { ValueKind: JsonValueKind.String } mode when mode.ValueEquals("auto") => "auto",
        { ValueKind: JsonValueKind.Number } edits when edits.TryGetInt32(out var number) => Check.Between(number, 0, 2, "fuzziness"),
        _ => throw GatewayFault.Invalid("fuzziness must be auto, 0, 1 or 2"),
    };

    private static int? Number(JsonElement? options, string name) => Member(options, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) => Check.AtLeast(number, 1, name),
        _ => throw GatewayFault.Invalid($"{name} must be a whole number of at least 1"),
    };

    private static JsonElement? Member(JsonElement? options, string name) =>
        options is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
