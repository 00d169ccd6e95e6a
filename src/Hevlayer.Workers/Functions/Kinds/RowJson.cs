using System.Buffers;
using System.Text.Json;

namespace Hevlayer.Workers;

/// <summary>Attributes as JSON, for the serializer of the user's types.</summary>
internal static class RowJson
{
    private static readonly AttributeMapJsonConverter Maps = new();
    private static readonly AttributeValueJsonConverter Values = new();

    public static ReadOnlySpan<byte> Write(AttributeMap row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Maps.Write(writer, row, HevlayerJson.Options);
        }

        return buffer.WrittenSpan;
    }

    public static AttributeValue Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Values.Read(ref reader, typeof(AttributeValue), HevlayerJson.Options);
    }
}
