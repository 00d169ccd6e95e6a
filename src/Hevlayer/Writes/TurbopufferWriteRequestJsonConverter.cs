using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer;

/// <summary>Reads a write as free members, and writes a typed one from its rows.</summary>
internal sealed class TurbopufferWriteRequestJsonConverter : JsonConverter<TurbopufferWriteRequest>
{
    public override TurbopufferWriteRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"An object is expected here, not {reader.TokenType}.");
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            members[name] = JsonElement.ParseValue(ref reader);
        }

        return new() { AdditionalMembers = members.Count == 0 ? null : members };
    }

    public override void Write(Utf8JsonWriter writer, TurbopufferWriteRequest value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Typed is { } typed)
        {
            WriteBody.Write(writer, typed);
        }

        foreach (var (name, member) in value.AdditionalMembers ?? new Dictionary<string, JsonElement>())
        {
            writer.WritePropertyName(name);
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
