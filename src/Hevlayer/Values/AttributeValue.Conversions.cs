namespace Hevlayer;

public readonly partial struct AttributeValue
{
    /// <summary>Wraps a text; null becomes JSON null.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator AttributeValue(string? value) =>
        value is null ? default : new(AttributeKind.String, value, 0);

    /// <summary>Wraps a boolean.</summary>
    /// <param name="value">The boolean.</param>
    public static implicit operator AttributeValue(bool value) => new(AttributeKind.Boolean, null, value ? 1 : 0);

    /// <summary>Wraps a 64-bit integer.</summary>
    /// <param name="value">The integer.</param>
    public static implicit operator AttributeValue(long value) => new(AttributeKind.Integer, null, value);

    /// <summary>Wraps a 32-bit integer.</summary>
    /// <param name="value">The integer.</param>
    public static implicit operator AttributeValue(int value) => new(AttributeKind.Integer, null, value);

    /// <summary>Wraps a number.</summary>
    /// <param name="value">The number; JSON has no NaN and no infinity.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite.</exception>
    public static implicit operator AttributeValue(double value) =>
        double.IsFinite(value)
            ? new(AttributeKind.Number, null, BitConverter.DoubleToInt64Bits(value))
            : throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has no NaN and no infinity.");

    /// <summary>Wraps a list of texts; null becomes JSON null.</summary>
    /// <param name="values">The texts.</param>
    public static implicit operator AttributeValue(string[]? values) =>
        values is null ? default : FromArray(Array.ConvertAll(values, text => (AttributeValue)text));

    /// <summary>Wraps a list of values; null becomes JSON null.</summary>
    /// <param name="values">The values; the list is copied.</param>
    public static implicit operator AttributeValue(AttributeValue[]? values) =>
        values is null ? default : FromArray((AttributeValue[])values.Clone());

    /// <summary>Wraps a nested map; null becomes JSON null.</summary>
    /// <param name="map">The map; it is not copied.</param>
    public static implicit operator AttributeValue(AttributeMap? map) =>
        map is null ? default : new(AttributeKind.Object, map, 0);
}
