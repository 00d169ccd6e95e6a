using System.Text.Json;

namespace Hevlayer;

public sealed partial class RankBy
{
    /// <summary>Best text match first (BM25); the attribute needs full-text search.</summary>
    /// <param name="attribute">The text attribute of the rows.</param>
    /// <param name="text">What is searched for.</param>
    /// <param name="lastAsPrefix">Whether the last token may be the beginning of a word, as while typing.</param>
    /// <exception cref="ArgumentException">The name of the attribute or the text is empty.</exception>
    public static RankBy Bm25(string attribute, string text, bool lastAsPrefix = false)
    {
        Require.Id(attribute);
        Require.Text(text);
        return new(
            JsonForm.Write((attribute, text, lastAsPrefix), static (writer, parts) =>
                TextMatch.Write(writer, parts.attribute, "BM25", parts.text, parts.lastAsPrefix)),
            isScore: true);
    }

    /// <summary>
    /// The gateway's text search: exact and fuzzy legs, merged. At most 15 tokens of the input are used. Not available
    /// inside a batch.
    /// </summary>
    /// <param name="attribute">The text attribute of the rows.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="options">Settings of the search; null for the gateway's defaults.</param>
    /// <exception cref="ArgumentException">The name of the attribute or the input is empty, or an option is out of range.</exception>
    public static RankBy HybridText(string attribute, string input, HybridTextOptions? options = null)
    {
        HybridTextRules.Check(options, nameof(options));
        return Routed(attribute, "HybridText", input, options is null ? null : options.Write);
    }

    /// <summary>
    /// Lets the gateway choose between text search, vector search and both. Without a vector, the reply may have no rows
    /// and <see cref="RoutingEcho.Executed"/> false: embed the input and ask again with the route forced. Not available
    /// inside a batch.
    /// </summary>
    /// <param name="attribute">The text attribute of the rows.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="options">A forced route, a vector; null to let the gateway decide.</param>
    /// <exception cref="ArgumentException">
    /// The name of the attribute or the input is empty, or the forced route needs a vector and there is none.
    /// </exception>
    public static RankBy Auto(string attribute, string input, AutoOptions? options = null)
    {
        HybridTextRules.Check(options, nameof(options));
        return Routed(attribute, "Auto", input, options is null ? null : options.Write);
    }

    private static RankBy Routed(string attribute, string name, string input, Action<Utf8JsonWriter>? options)
    {
        Require.Id(attribute);
        Require.Text(input);
        return new(JsonForm.Write((attribute, name, input, options), static (writer, parts) =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue(parts.attribute);
            writer.WriteStringValue(parts.name);
            writer.WriteStringValue(parts.input);
            parts.options?.Invoke(writer);
            writer.WriteEndArray();
        }));
    }
}
