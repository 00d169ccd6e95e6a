using System.Collections;
using System.Text.Json;

namespace Hevlayer;

/// <summary>
/// How a query ranks rows: by vector, by text, by both, or by an attribute. It is immutable and is itself the list
/// that requests take: <c>RankBy = RankBy.Bm25("text", "red kettle")</c>.
/// </summary>
/// <remarks>Forms that are not here are written with <see cref="Raw(string)"/>.</remarks>
public sealed partial class RankBy : IReadOnlyList<JsonElement>
{
    private readonly JsonElement _json;
    private readonly bool _isScore;

    private RankBy(JsonElement json, bool isScore = false)
    {
        _json = json;
        _isScore = isScore;
    }

    /// <inheritdoc />
    public int Count => _json.GetArrayLength();

    /// <inheritdoc />
    public JsonElement this[int index] => _json[index];

    /// <summary>The ranking as JSON.</summary>
    public JsonElement ToJson() => _json;

    /// <summary>A ranking that is given as JSON and sent as it is.</summary>
    /// <param name="json">An array such as <c>["text", "BM25", "red kettle"]</c>.</param>
    /// <exception cref="ArgumentException">The text is not JSON, or not an array with elements.</exception>
    public static RankBy Raw(string json) => Raw(JsonForm.Parse(json, nameof(json)));

    /// <summary>A ranking that is given as JSON and sent as it is.</summary>
    /// <param name="json">An array such as <c>["text", "BM25", "red kettle"]</c>.</param>
    /// <exception cref="ArgumentException">The JSON is not an array with elements.</exception>
    public static RankBy Raw(JsonElement json) =>
        new(ExpressionRules.NonEmptyArray(json, nameof(json)).Clone(), isScore: true);

    /// <inheritdoc />
    public IEnumerator<JsonElement> GetEnumerator() => _json.EnumerateArray().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The ranking as JSON text.</summary>
    public override string ToString() => _json.GetRawText();
}
