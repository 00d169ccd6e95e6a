using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer;

/// <summary>Writes a name; an unpaired surrogate in it, which would arrive as another character, is refused.</summary>
internal sealed class NameJsonConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException($"A text is expected here, not {reader.TokenType}.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Require.WholeText(value, "body"));
}
