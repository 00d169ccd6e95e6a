using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer;

/// <summary>Writes names; see <see cref="NameJsonConverter"/>. Null, too, names nothing.</summary>
internal sealed class NamesJsonConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"Expected a list of texts, found {reader.TokenType}.");
        }

        var names = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            names.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException($"Expected a text, found {reader.TokenType}."));
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
