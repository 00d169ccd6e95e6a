using System.Text.Json;

namespace Hevlayer;

public readonly partial struct AttributeValue
{
    /// <summary>Whether two values are of the same kind and content.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator ==(AttributeValue left, AttributeValue right) => left.Equals(right);

    /// <summary>Whether two values differ in kind or content.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator !=(AttributeValue left, AttributeValue right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(AttributeValue other) =>
        Kind == other.Kind
        && Kind switch
        {
            AttributeKind.String => string.Equals((string?)_reference, (string?)other._reference, StringComparison.Ordinal),
            AttributeKind.Array => AsArray().SequenceEqual(other.AsArray()),
            AttributeKind.Object => AsMap().Equals(other.AsMap()),
            AttributeKind.Number when _reference is JsonElement mine && other._reference is JsonElement theirs =>
                JsonElement.DeepEquals(mine, theirs),
            AttributeKind.Number => AsDouble().Equals(other.AsDouble()),
            _ => _bits == other._bits,
        };

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is AttributeValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Kind switch
    {
        AttributeKind.String => HashCode.Combine(Kind, string.GetHashCode((string)_reference!, StringComparison.Ordinal)),
        AttributeKind.Number => HashCode.Combine(Kind, AsDouble()),
        AttributeKind.Array => HashCode.Combine(Kind, AsArray().Count),
        AttributeKind.Object => HashCode.Combine(Kind, AsMap().Count),
        _ => HashCode.Combine(Kind, _bits),
    };
}
