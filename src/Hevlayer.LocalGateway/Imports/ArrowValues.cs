using Apache.Arrow;

namespace Hevlayer.Local;

/// <summary>Single values of an Arrow column as attribute values.</summary>
internal static class ArrowValues
{
    public static AttributeValue Read(IArrowArray column, int place) => column.IsNull(place) ? AttributeValue.Null : column switch
    {
        StringArray texts => texts.GetString(place),
        LargeStringArray texts => texts.GetString(place),
        BooleanArray flags => flags.GetValue(place)!.Value,
        Int8Array numbers => (long)numbers.GetValue(place)!.Value,
        Int16Array numbers => (long)numbers.GetValue(place)!.Value,
        Int32Array numbers => (long)numbers.GetValue(place)!.Value,
        Int64Array numbers => numbers.GetValue(place)!.Value,
        UInt8Array numbers => (long)numbers.GetValue(place)!.Value,
        UInt16Array numbers => (long)numbers.GetValue(place)!.Value,
        UInt32Array numbers => (long)numbers.GetValue(place)!.Value,
        UInt64Array numbers => checked((long)numbers.GetValue(place)!.Value),
        FloatArray numbers => (double)numbers.GetValue(place)!.Value,
        DoubleArray numbers => numbers.GetValue(place)!.Value,
        TimestampArray times => times.GetTimestamp(place)!.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ListArray lists => Items(lists.GetSlicedValues(place)),
        FixedSizeListArray lists => Items(lists.GetSlicedValues(place)),
        _ => throw GatewayFault.Invalid($"columns of the Arrow type {column.Data.DataType.Name} are not taken"),
    };

    private static AttributeValue Items(IArrowArray items) => Enumerable.Range(0, items.Length).Select(place => Read(items, place)).ToArray();
}
