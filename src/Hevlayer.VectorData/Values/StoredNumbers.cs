using System.Globalization;

namespace Hevlayer.VectorData;

/// <summary>Numbers as the vector store keeps them, in 64-bit floats, without silently losing a digit.</summary>
internal static class StoredNumbers
{
    /// <summary>A float by its shortest text, so that 0.1f is stored as 0.1.</summary>
    public static AttributeValue Write(float value) =>
        double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A decimal that a 64-bit float can hold with all of its digits.</summary>
    /// <exception cref="NotSupportedException">It has more digits than that.</exception>
    public static AttributeValue Write(decimal value)
    {
        var stored = double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Decimal(stored) == value
            ? stored
            : throw new NotSupportedException($"The decimal {value.ToString(CultureInfo.InvariantCulture)} has more digits than the vector store keeps, which is about 15; store it as a string.");
    }

    public static decimal ReadDecimal(AttributeValue value) => Decimal(value.AsDouble());

    private static decimal Decimal(double value) => decimal.TryParse(
        value.ToString("R", CultureInfo.InvariantCulture),
        NumberStyles.Float,
        CultureInfo.InvariantCulture,
        out var exact)
        ? exact
        : throw new NotSupportedException($"The number {value.ToString("R", CultureInfo.InvariantCulture)} is no decimal.");
}
