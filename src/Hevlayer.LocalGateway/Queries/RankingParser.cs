using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Reads <c>rank_by</c>: <c>["vector", "ANN", [...]]</c>, <c>["text", "BM25", "..."]</c>, <c>["attribute", "asc"]</c> and the gateway's own forms.</summary>
internal static class RankingParser
{
    public static Ranking Parse(IReadOnlyList<JsonElement> rankBy)
    {
        var head = Text(rankBy, 0);
        var name = Text(rankBy, 1);
        if (TextScoreParser.Parse(rankBy) is { } score)
        {
            return new Ranking.ByText(score);
        }

        return (head, name, rankBy.Count) switch
        {
            ({ } attribute, "HybridText", 3 or 4) => HybridTextParser.HybridText(attribute, Input(rankBy), Options(rankBy)),
            ({ } attribute, "Auto", 3 or 4) => HybridTextParser.Auto(attribute, Input(rankBy), Options(rankBy)),
            (RowNames.Vector, "ANN" or "kNN", 3) => new Ranking.ByVector(VectorReader.Parse(rankBy[2], "rank_by")),
            ({ } attribute, "asc", 2) => new Ranking.ByAttribute(attribute, Descending: false),
            ({ } attribute, "desc", 2) => new Ranking.ByAttribute(attribute, Descending: true),
            (null, _, _) or (_, null, _) => throw GatewayFault.Invalid("rank_by must start with two texts, such as [\"vector\", \"ANN\", [...]]"),
            _ => throw GatewayFault.NotSimulated($"rank_by [\"{head}\", \"{name}\", ...] is not simulated; known are vector with ANN, BM25 with Sum, Max and Product, HybridText, Auto, and an attribute with asc or desc"),
        };
    }

    private static string Input(IReadOnlyList<JsonElement> rankBy) =>
        Text(rankBy, 2) ?? throw GatewayFault.Invalid("HybridText and Auto take a text");

    private static JsonElement? Options(IReadOnlyList<JsonElement> rankBy) => rankBy.Count > 3 ? rankBy[3] : null;

    private static string? Text(IReadOnlyList<JsonElement> rankBy, int index) =>
        index < rankBy.Count && rankBy[index].ValueKind == JsonValueKind.String ? rankBy[index].GetString() : null;
}
