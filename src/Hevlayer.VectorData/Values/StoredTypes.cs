using System.Globalization;

namespace Hevlayer.VectorData;

/// <summary>The types that data properties may have. A table, so that nothing is made by reflection.</summary>
internal static class StoredTypes
{
    private static readonly StoredType[] All =
    [
        new StoredType<string>(AttributeType.String, static value => value, static value => value.AsString()),
        new StoredType<bool>(AttributeType.Bool, static value => value, static value => value.AsBoolean()),
        new StoredType<byte>(AttributeType.Int, static value => (long)value, static value => checked((byte)value.AsInt64())),
        new StoredType<short>(AttributeType.Int, static value => (long)value, static value => checked((short)value.AsInt64())),
        new StoredType<int>(AttributeType.Int, static value => (long)value, static value => checked((int)value.AsInt64())),
        new StoredType<long>(AttributeType.Int, static value => value, static value => value.AsInt64()),
        new StoredType<float>(AttributeType.Float, StoredNumbers.Write, static value => (float)value.AsDouble()),
        new StoredType<double>(AttributeType.Float, static value => value, static value => value.AsDouble()),
        new StoredType<decimal>(AttributeType.Float, StoredNumbers.Write, StoredNumbers.ReadDecimal),
        new StoredType<Guid>(AttributeType.Uuid, static value => value.ToString(), static value => Guid.Parse(value.AsString())),
        new StoredType<DateTime>(AttributeType.DateTime, StoredTimes.Write, StoredTimes.ReadDateTime),
        new StoredType<DateTimeOffset>(AttributeType.DateTime, static value => StoredTimes.Write(value.UtcDateTime), StoredTimes.ReadDateTimeOffset),
        new StoredType<DateOnly>(
            AttributeType.String,
            static value => value.ToString("O", CultureInfo.InvariantCulture),
            static value => DateOnly.ParseExact(value.AsString(), "O", CultureInfo.InvariantCulture)),
        new StoredType<TimeOnly>(
            AttributeType.String,
            static value => value.ToString("O", CultureInfo.InvariantCulture),
            static value => TimeOnly.ParseExact(value.AsString(), "O", CultureInfo.InvariantCulture)),
    ];

    /// <summary>The allowed types in words.</summary>
    public static string Names { get; } =
        $"{string.Join(", ", All.Select(static type => type.Type.Name))}, their nullables, and arrays and lists of them";

    /// <summary>How a type is stored; null when it cannot be.</summary>
    public static StoredShape? Find(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        foreach (var stored in All)
        {
            if (stored.Type == plain)
            {
                return new(stored, StoredKind.Single);
            }

            if (stored.IsArray(type) || stored.IsList(type))
            {
                return new(stored, stored.IsArray(type) ? StoredKind.Array : StoredKind.List);
            }
        }

        return null;
    }

    /// <summary>How a single value of a type is stored.</summary>
    /// <exception cref="NotSupportedException">It cannot be.</exception>
    public static StoredType Single(Type type) =>
        Find(type) is { Kind: StoredKind.Single } shape
            ? shape.Element
            : throw new NotSupportedException($"Values of type '{type.Name}' cannot be stored; allowed are {Names}.");
}
