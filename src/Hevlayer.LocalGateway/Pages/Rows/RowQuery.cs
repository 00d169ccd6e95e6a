using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>What the query box asks for.</summary>
/// <param name="Text">Text to rank by; null for none.</param>
/// <param name="Field">The attribute that is searched for it.</param>
/// <param name="Near">Id of the row whose neighbours are asked for; null for none.</param>
/// <param name="Filters">Filters as JSON; null for none.</param>
internal sealed record RowQuery(string? Text, string Field, string? Near, string? Filters)
{
    private const string DefaultField = "text";

    public static RowQuery Of(PageRequest request) =>
        new(request.Text("text"), request.Text("field") ?? DefaultField, request.Text("near"), request.Text("filters"));

    /// <summary>The first rows; it leaves no trace in the history of searches.</summary>
    public IReadOnlyList<RankedRow> Run(NamespaceView view, NamespaceStore store, int limit)
    {
        var window = WindowReader.Read(view.Freshness, FilterElement(), asOf: null, between: null);
        return this switch
        {
            { Text: { } text } => QueryRunner.Run(view, new Ranking.ByText(new TextScore.Bm25(Field, [.. TextTokens.Of(text).Select(static token => new TextTerm(token, false))])), limit, window),
            { Near: { } near } => QueryRunner.Run(view, QueryTarget.Of(new QueryRequest { NearestToId = [near] }, store), limit, window),
            _ => [.. view.Rows.Where(row => window.Admits(row)).Take(limit).Select(static row => new RankedRow(row, null))],
        };
    }

    private JsonElement? FilterElement()
    {
        try
        {
            return Filters is null ? null : WireJson.Element(System.Text.Encoding.UTF8.GetBytes(Filters));
        }
        catch (JsonException)
        {
            throw GatewayFault.Invalid("filters must be JSON, such as [\"colour\", \"Eq\", \"red\"]");
        }
    }
}
