using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer;

/// <summary>Writes names; see <see cref="NameJsonConverter"/>. A null in the list is refused, too.</summary>
internal sealed class NamesJsonConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"A list of texts is expected here, not {reader.TokenType}.");
        }

        var names = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            names.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException($"A text is expected here, not {reader.TokenType}."));
        }

        return names;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (var index = 0; index < value.Count; index++)
        {
            if (value[index] is null || Surrogates.FirstLone(value[index]) >= 0)
            {
                Require.WholeText(Require.Given(value[index], $"body[{index}]"), $"body[{index}]");
            }

            writer.WriteStringValue(value[index]);
        }

        writer.WriteEndArray();
    }
}
