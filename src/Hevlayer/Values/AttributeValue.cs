using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer;

/// <summary>
/// One JSON value of a row, a chunk's metadata or a vector's attributes. It converts by itself from text, numbers,
/// booleans, lists and nested maps, and is read without reflection.
/// </summary>
/// <remarks>Numbers that fit neither 64-bit integers nor doubles keep their digits and are written back as they came.</remarks>
[JsonConverter(typeof(AttributeValueJsonConverter))]
public readonly partial struct AttributeValue : IEquatable<AttributeValue>
{
    private readonly object? _reference;
    private readonly long _bits;

    private AttributeValue(AttributeKind kind, object? reference, long bits)
    {
        Kind = kind;
        _reference = reference;
        _bits = bits;
    }

    /// <summary>JSON null.</summary>
    public static AttributeValue Null => default;

    /// <summary>What the value is.</summary>
    public AttributeKind Kind { get; }

    /// <summary>Whether the value is JSON null.</summary>
    public bool IsNull => Kind == AttributeKind.Null;

    internal object? Reference => _reference;

    internal long Bits => _bits;

    internal static AttributeValue FromNumberText(JsonElement number) => new(AttributeKind.Number, number, 0);

    internal static AttributeValue FromArray(AttributeValue[] items) => new(AttributeKind.Array, items, 0);

    /// <summary>The value as text.</summary>
    /// <exception cref="InvalidOperationException">The value is not a text.</exception>
    public string AsString() => Kind == AttributeKind.String ? (string)_reference! : throw NotA("a text");

    /// <summary>The value as a 64-bit integer.</summary>
    /// <exception cref="InvalidOperationException">The value is not a whole number that fits.</exception>
    public long AsInt64() => Kind == AttributeKind.Integer ? _bits : throw NotA("a 64-bit integer");

    /// <summary>The value as a double; integers are widened.</summary>
    /// <exception cref="InvalidOperationException">The value is not a number.</exception>
    public double AsDouble() => Kind switch
    {
        AttributeKind.Integer => _bits,
        AttributeKind.Number when _reference is JsonElement element => element.GetDouble(),
        AttributeKind.Number => BitConverter.Int64BitsToDouble(_bits),
        _ => throw NotA("a number"),
    };

    /// <summary>The value as a boolean.</summary>
    /// <exception cref="InvalidOperationException">The value is not a boolean.</exception>
    public bool AsBoolean() => Kind == AttributeKind.Boolean ? _bits != 0 : throw NotA("a boolean");

    /// <summary>The value as a list.</summary>
    /// <exception cref="InvalidOperationException">The value is not a list.</exception>
    public IReadOnlyList<AttributeValue> AsArray() =>
        Kind == AttributeKind.Array ? (AttributeValue[])_reference! : throw NotA("a list");

    /// <summary>The value as a nested map.</summary>
    /// <exception cref="InvalidOperationException">The value is not an object.</exception>
    public AttributeMap AsMap() => Kind == AttributeKind.Object ? (AttributeMap)_reference! : throw NotA("an object");

    /// <summary>Texts as they are, numbers and booleans in their JSON form, null as an empty text, the rest as JSON.</summary>
    public override string ToString() => Kind switch
    {
        AttributeKind.Null => string.Empty,
        AttributeKind.String => (string)_reference!,
        AttributeKind.Integer => _bits.ToString(CultureInfo.InvariantCulture),
        AttributeKind.Boolean => _bits != 0 ? "true" : "false",
        _ => AttributeValueJsonConverter.ToJson(this),
    };

    private InvalidOperationException NotA(string wanted) =>
        new($"The value is not {wanted}: it is of kind {Kind}.");
}
