using System.Buffers;
using System.Text.Json;

namespace Hevlayer;

/// <summary>Builds free JSON with a writer, without reflection.</summary>
internal static class JsonForm
{
    public static JsonElement Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer, state);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    public static JsonElement Parse(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json, name);
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException error)
        {
            throw new ArgumentException("The text is not JSON; one JSON value is needed.", name, error);
        }
    }

    public static void WriteValues(Utf8JsonWriter writer, IReadOnlyList<AttributeValue> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            AttributeValueJsonConverter.WriteValue(writer, value);
        }

        writer.WriteEndArray();
    }
}
