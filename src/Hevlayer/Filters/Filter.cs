using System.Text.Json;

namespace Hevlayer;

/// <summary>
/// A condition on rows, in the vector store's filter language. It is immutable, converts implicitly to the JSON that
/// requests take, and is combined with <see cref="And"/>, <see cref="Or"/>, <see cref="Not"/> or the operators
/// <c>&amp;</c>, <c>|</c> and <c>!</c>.
/// </summary>
/// <remarks>The attribute <c>id</c> is the id of the row. Forms that are not here are written with <see cref="Raw(string)"/>.</remarks>
public sealed partial class Filter : IEquatable<Filter>
{
    private readonly JsonElement _json;

    private Filter(JsonElement json) => _json = json;

    /// <summary>The filter as JSON.</summary>
    public JsonElement ToJson() => _json;

    /// <summary>A filter that is given as JSON and sent as it is.</summary>
    /// <param name="json">An array such as <c>["color", "Eq", "red"]</c>.</param>
    /// <exception cref="ArgumentException">The text is not JSON, or not an array with elements.</exception>
    public static Filter Raw(string json) => Raw(JsonForm.Parse(json, nameof(json)));

    /// <summary>A filter that is given as JSON and sent as it is.</summary>
    /// <param name="json">An array such as <c>["color", "Eq", "red"]</c>.</param>
    /// <exception cref="ArgumentException">The JSON is not an array with elements.</exception>
    public static Filter Raw(JsonElement json) => new(ExpressionRules.NonEmptyArray(json, nameof(json)).Clone());

    /// <summary>The JSON of a filter; null stays null.</summary>
    /// <param name="filter">The filter.</param>
    public static implicit operator JsonElement?(Filter? filter) => filter?._json;

    /// <summary>The JSON of a filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <exception cref="ArgumentNullException">The filter is null.</exception>
    public static implicit operator JsonElement(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter._json;
    }

    /// <inheritdoc />
    public bool Equals(Filter? other) => other is not null && JsonElement.DeepEquals(_json, other._json);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Filter);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_json.GetArrayLength(), _json[0].ValueKind);

    /// <summary>The filter as JSON text.</summary>
    public override string ToString() => _json.GetRawText();
}
