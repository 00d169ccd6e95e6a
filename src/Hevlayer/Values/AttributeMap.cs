using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Hevlayer;

/// <summary>
/// Named JSON values: the attributes of a vector or a document, the metadata of a chunk. Fill it with
/// <c>new() { ["text"] = chunk.Text, ["page"] = 3 }</c> and read it with the typed getters.
/// </summary>
[JsonConverter(typeof(AttributeMapJsonConverter))]
public sealed class AttributeMap : IReadOnlyDictionary<string, AttributeValue>, IEquatable<AttributeMap>
{
    private readonly Dictionary<string, AttributeValue> _values;

    /// <summary>Makes an empty map.</summary>
    public AttributeMap() => _values = new(StringComparer.Ordinal);

    /// <summary>Copies another map.</summary>
    /// <param name="values">The names and values to copy.</param>
    public AttributeMap(IEnumerable<KeyValuePair<string, AttributeValue>> values) =>
        _values = new(values, StringComparer.Ordinal);

    /// <inheritdoc />
    public int Count => _values.Count;

    /// <inheritdoc />
    public IEnumerable<string> Keys => _values.Keys;

    /// <inheritdoc />
    public IEnumerable<AttributeValue> Values => _values.Values;

    /// <summary>The value under a name.</summary>
    /// <param name="key">The name.</param>
    /// <exception cref="KeyNotFoundException">There is no value under the name.</exception>
    public AttributeValue this[string key]
    {
        get => _values[key];
        set => _values[key] = value;
    }

    /// <summary>The text under a name, or null where there is none or it is of another kind.</summary>
    /// <param name="key">The name.</param>
    public string? GetString(string key) =>
        _values.TryGetValue(key, out var value) && value.Kind == AttributeKind.String ? value.AsString() : null;

    /// <summary>The integer under a name, or null where there is none or it is of another kind.</summary>
    /// <param name="key">The name.</param>
    public long? GetInt64(string key) =>
        _values.TryGetValue(key, out var value) && value.Kind == AttributeKind.Integer ? value.AsInt64() : null;

    /// <summary>The number under a name, or null where there is none or it is of another kind.</summary>
    /// <param name="key">The name.</param>
    public double? GetDouble(string key) =>
        _values.TryGetValue(key, out var value) && value.Kind is AttributeKind.Integer or AttributeKind.Number
            ? value.AsDouble()
            : null;

    /// <summary>The boolean under a name, or null where there is none or it is of another kind.</summary>
    /// <param name="key">The name.</param>
    public bool? GetBoolean(string key) =>
        _values.TryGetValue(key, out var value) && value.Kind == AttributeKind.Boolean ? value.AsBoolean() : null;

    /// <summary>Adds a value under a new name.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(string key, AttributeValue value) => _values.Add(key, value);

    /// <inheritdoc />
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out AttributeValue value) => _values.TryGetValue(key, out value);

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, AttributeValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public bool Equals(AttributeMap? other) =>
        other is not null
        && Count == other.Count
        && _values.All(pair => other.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as AttributeMap);

    /// <inheritdoc />
    public override int GetHashCode() => Count;
}
