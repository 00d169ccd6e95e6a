using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>A query in the vector store's own form.</summary>
internal sealed record NativeQuery(Ranking Ranking, int Limit, JsonElement? Filters, AttributeSelection Selection)
{
    private const int DefaultLimit = 10;
    private const int LargestLimit = 10_000;

    public static NativeQuery Parse(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
            ? Parse(body.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal))
            : throw GatewayFault.Invalid("a native query must be a JSON object");

    public static NativeQuery Parse(IDictionary<string, JsonElement> members)
    {
        if (members.Keys.FirstOrDefault(IsBeyondUs) is { } stranger)
        {
            throw GatewayFault.NotSimulated($"member '{stranger}' of a native query is not simulated by the local gateway");
        }

        if (!members.TryGetValue("rank_by", out var rankBy) || rankBy.ValueKind != JsonValueKind.Array)
        {
            throw GatewayFault.Invalid("a native query needs rank_by as a list");
        }

        return new NativeQuery(
            RankingParser.Parse([.. rankBy.EnumerateArray()]) is var ranking and not (Ranking.ByHybridText or Ranking.ByRoute)
                ? ranking
                : throw GatewayFault.Invalid("HybridText and Auto are the gateway's own; they need top_k and have no place in a batch"),
            Check.Between(LimitOf(members), 1, LargestLimit, "top_k"),
            members.TryGetValue("filters", out var filters) ? filters : null,
            SelectionOf(members));
    }

    public static Row ToRow(RankedRow found, AttributeValue id, AttributeSelection selection) =>
        new() { Id = id, Distance = found.Distance, Attributes = selection.Pick(found.Row) };

    public TurbopufferQueryResponse Run(NamespaceView view)
    {
        var window = WindowReader.Read(view.Freshness, Filters, asOf: null, between: null);
        var rows = QueryRunner.Run(view, Ranking, Limit, window);
        return new TurbopufferQueryResponse { Rows = [.. rows.Select(row => ToRow(row, row.Row.Id, Selection))] };
    }

    private static bool IsBeyondUs(string member) =>
        member is not ("rank_by" or "top_k" or "limit" or "filters" or "include_attributes" or "consistency" or "vector_encoding");

    private static int LimitOf(IDictionary<string, JsonElement> members)
    {
        var given = members.TryGetValue("top_k", out var topK) || members.TryGetValue("limit", out topK);
        return !given
            ? DefaultLimit
            : topK.ValueKind == JsonValueKind.Number && topK.TryGetInt32(out var limit)
                ? limit
                : throw GatewayFault.Invalid("top_k must be a number");
    }

    private static AttributeSelection SelectionOf(IDictionary<string, JsonElement> members) =>
        members.TryGetValue("include_attributes", out var include)
            ? AttributeSelection.Of(WireJson.Include(include))
            : AttributeSelection.None;
}
