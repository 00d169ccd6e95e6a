using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Reads <c>rank_by</c>: <c>["vector", "ANN", [...]]</c> and <c>["attribute", "asc"]</c>.</summary>
internal static class RankingParser
{
    public static Ranking Parse(IReadOnlyList<JsonElement> rankBy)
    {
        var head = Text(rankBy, 0);
        var name = Text(rankBy, 1);
        return (head, name, rankBy.Count) switch
        {
            (RowNames.Vector, "ANN" or "kNN", 3) => new Ranking.ByVector(VectorReader.Parse(rankBy[2], "rank_by")),
            ({ } attribute, "asc", 2) => new Ranking.ByAttribute(attribute, Descending: false),
            ({ } attribute, "desc", 2) => new Ranking.ByAttribute(attribute, Descending: true),
            (null, _, _) or (_, null, _) => throw GatewayFault.Invalid("rank_by must start with two texts, such as [\"vector\", \"ANN\", [...]]"),
            _ => throw GatewayFault.NotSimulated($"rank_by [\"{head}\", \"{name}\", ...] is not simulated; known are vector with ANN, and an attribute with asc or desc"),
        };
    }

    private static string? Text(IReadOnlyList<JsonElement> rankBy, int index) =>
        index < rankBy.Count && rankBy[index].ValueKind == JsonValueKind.String ? rankBy[index].GetString() : null;
}
