using System.Text.Json;

namespace Hevlayer;

/// <summary>A figure that a native query computes over all rows that match its filters.</summary>
public sealed class Aggregate
{
    private readonly JsonElement _json;

    private Aggregate(JsonElement json) => _json = json;

    /// <summary>The aggregation as JSON.</summary>
    public JsonElement ToJson() => _json;

    /// <summary>The number of rows.</summary>
    public static Aggregate Count() => new(JsonForm.Write("Count", static (writer, name) =>
    {
        writer.WriteStartArray();
        writer.WriteStringValue(name);
        writer.WriteEndArray();
    }));

    /// <summary>The sum of a numeric attribute.</summary>
    /// <param name="attribute">Name of the attribute.</param>
    /// <exception cref="ArgumentException">The name of the attribute is empty.</exception>
    public static Aggregate Sum(string attribute) => new(JsonForm.Write(Require.Id(attribute), static (writer, name) =>
    {
        writer.WriteStartArray();
        writer.WriteStringValue("Sum");
        writer.WriteStringValue(name);
        writer.WriteEndArray();
    }));

    /// <summary>An aggregation that is given as JSON and sent as it is.</summary>
    /// <param name="json">An array such as <c>["Sum", "price"]</c>.</param>
    /// <exception cref="ArgumentException">The text is not JSON, or not an array with elements.</exception>
    public static Aggregate Raw(string json) =>
        new(ExpressionRules.NonEmptyArray(JsonForm.Parse(json, nameof(json)), nameof(json)));

    /// <summary>The aggregation as JSON text.</summary>
    public override string ToString() => _json.GetRawText();
}
