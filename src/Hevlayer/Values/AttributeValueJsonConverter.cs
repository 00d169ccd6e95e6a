using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer;

/// <summary>Reads and writes <see cref="AttributeValue"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AttributeValueJsonConverter : JsonConverter<AttributeValue>
{
    // A normal double holds 15 significant digits for certain; other texts are kept as digits unless they survive the trip.
    private const int SafeDoubleDigits = 15;

    /// <inheritdoc />
    public override bool HandleNull => true;

    /// <inheritdoc />
    public override AttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadValue(ref reader);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, AttributeValue value, JsonSerializerOptions options) =>
        WriteValue(writer, value);

    internal static string ToJson(AttributeValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            WriteValue(writer, value);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    internal static AttributeValue ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.StartObject => AttributeMapJsonConverter.ReadMap(ref reader),
        _ => throw new JsonException($"Unexpected token {reader.TokenType}."),
    };

    internal static void WriteValue(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value.Kind)
        {
            case AttributeKind.Null:
                writer.WriteNullValue();
                break;
            case AttributeKind.String:
                writer.WriteStringValue((string)value.Reference!);
                break;
            case AttributeKind.Integer:
                writer.WriteNumberValue(value.Bits);
                break;
            case AttributeKind.Boolean:
                writer.WriteBooleanValue(value.Bits != 0);
                break;
            case AttributeKind.Number when value.Reference is JsonElement element:
                element.WriteTo(writer);
                break;
            case AttributeKind.Number:
                WriteDouble(writer, value.AsDouble());
                break;
            case AttributeKind.Array:
                WriteArray(writer, value);
                break;
            default:
                AttributeMapJsonConverter.WriteMap(writer, value.AsMap());
                break;
        }
    }

    // A whole number keeps its point: without one it would come back as an integer, and a store that takes its column
    // types from the first row would make it an integer column.
    private static void WriteDouble(Utf8JsonWriter writer, double number)
    {
        if (!double.IsInteger(number))
        {
            writer.WriteNumberValue(number);
            return;
        }

        var digits = number.ToString("R", CultureInfo.InvariantCulture);
        writer.WriteRawValue(digits.Contains('E', StringComparison.Ordinal) ? digits : digits + ".0", skipInputValidation: true);
    }

    private static AttributeValue ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var integer))
        {
            return integer;
        }

        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        return length <= SafeDoubleDigits + 1 && reader.TryGetDouble(out var number) && double.IsNormal(number)
            ? number
            : ReadLongNumber(ref reader);
    }

    private static AttributeValue ReadLongNumber(ref Utf8JsonReader reader)
    {
        var element = JsonElement.ParseValue(ref reader);
        return element.TryGetDouble(out var number)
            && double.IsFinite(number)
            && string.Equals(number.ToString("R", CultureInfo.InvariantCulture), element.GetRawText(), StringComparison.Ordinal)
            ? number
            : AttributeValue.FromNumberText(element);
    }

    private static AttributeValue ReadArray(ref Utf8JsonReader reader)
    {
        var items = new List<AttributeValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader));
        }

        return AttributeValue.FromArray([.. items]);
    }

    private static void WriteArray(Utf8JsonWriter writer, AttributeValue value)
    {
        writer.WriteStartArray();
        foreach (var item in (AttributeValue[])value.Reference!)
        {
            WriteValue(writer, item);
        }

        writer.WriteEndArray();
    }
}
