using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer;

/// <summary>Reads and writes <see cref="AttributeMap"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AttributeMapJsonConverter : JsonConverter<AttributeMap>
{
    /// <inheritdoc />
    public override AttributeMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadMap(ref reader);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, AttributeMap value, JsonSerializerOptions options) =>
        WriteMap(writer, value);

    internal static AttributeMap ReadMap(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"An object is expected here, not {reader.TokenType}.");
        }

        var map = new AttributeMap();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = AttributeNames.Read(ref reader);
            reader.Read();
            map[name] = AttributeValueJsonConverter.ReadValue(ref reader);
        }

        return map;
    }

    internal static void WriteMap(Utf8JsonWriter writer, AttributeMap map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            AttributeValueJsonConverter.WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }
}
