using System.Globalization;

namespace Hevlayer;

/// <summary>Type of an attribute in a schema. Any text is allowed, for types that have no constant here.</summary>
public readonly record struct AttributeType
{
    private readonly string? _value;

    /// <summary>Wraps a text.</summary>
    /// <param name="value">The text as it stands on the wire.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public AttributeType(string value) => _value = Require.Text(value);

    /// <summary>A text (string).</summary>
    public static AttributeType String { get; } = new("string");

    /// <summary>A 64-bit integer with sign (int).</summary>
    public static AttributeType Int { get; } = new("int");

    /// <summary>A 64-bit integer without sign (uint).</summary>
    public static AttributeType UInt { get; } = new("uint");

    /// <summary>A 64-bit floating-point number (float).</summary>
    public static AttributeType Float { get; } = new("float");

    /// <summary>A UUID, written as text (uuid).</summary>
    public static AttributeType Uuid { get; } = new("uuid");

    /// <summary>A date and time, written as text (datetime).</summary>
    public static AttributeType DateTime { get; } = new("datetime");

    /// <summary>True or false (bool).</summary>
    public static AttributeType Bool { get; } = new("bool");

    /// <summary>The text as it stands on the wire; empty for the default value.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>A list of values of another type, such as <c>[]string</c>.</summary>
    /// <param name="element">The type of the elements.</param>
    public static AttributeType ListOf(AttributeType element) => new("[]" + element.Value);

    /// <summary>A vector of 32-bit components, such as <c>[384]f32</c>.</summary>
    /// <param name="dimensions">Number of components, more than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not more than zero.</exception>
    public static AttributeType Vector(int dimensions) => Vector(dimensions, "f32");

    /// <summary>A vector of 16-bit components, such as <c>[384]f16</c>; it takes half the space.</summary>
    /// <param name="dimensions">Number of components, more than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not more than zero.</exception>
    public static AttributeType HalfVector(int dimensions) => Vector(dimensions, "f16");

    /// <summary>Wraps a text.</summary>
    /// <param name="value">The text as it stands on the wire.</param>
    public static implicit operator AttributeType(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;

    private static AttributeType Vector(int dimensions, string component)
    {
        Require.Positive(dimensions, nameof(dimensions));
        return new(string.Create(CultureInfo.InvariantCulture, $"[{dimensions}]{component}"));
    }
}
