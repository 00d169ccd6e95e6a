using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer;

/// <summary>Reads and writes the flat wire form of <see cref="Row"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RowJsonConverter : JsonConverter<Row>
{
    private const string IdField = "id";
    private const string DistanceField = "$dist";

    /// <inheritdoc />
    public override Row Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"A row object is expected here, not {reader.TokenType}.");
        }

        AttributeValue id = default;
        double? distance = null;
        var attributes = new AttributeMap();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(IdField))
            {
                reader.Read();
                id = AttributeValueJsonConverter.ReadValue(ref reader);
            }
            else if (reader.ValueTextEquals(DistanceField))
            {
                reader.Read();
                distance = reader.TokenType == JsonTokenType.Null ? null : reader.GetDouble();
            }
            else
            {
                var name = AttributeNames.Read(ref reader);
                reader.Read();
                attributes[name] = AttributeValueJsonConverter.ReadValue(ref reader);
            }
        }

        return new Row { Id = id, Distance = distance, Attributes = attributes };
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Row value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(IdField);
        AttributeValueJsonConverter.WriteValue(writer, value.Id);
        if (value.Distance is { } distance)
        {
            writer.WriteNumber(DistanceField, distance);
        }

        foreach (var (name, attribute) in value.Attributes)
        {
            writer.WritePropertyName(name);
            AttributeValueJsonConverter.WriteValue(writer, attribute);
        }

        writer.WriteEndObject();
    }
}
