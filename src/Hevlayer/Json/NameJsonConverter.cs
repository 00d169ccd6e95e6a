using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer;

/// <summary>Writes what names something; half a surrogate pair in it, which would arrive as another character, is refused.</summary>
internal sealed class NameJsonConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException($"Expected a text, found {reader.TokenType}.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Require.WholeText(value, "body"));
}
