using System.Text.Json;

namespace Hevlayer;

/// <summary>The form that filters and rankings by text share: <c>[attribute, operator, text, {last_as_prefix}?]</c>.</summary>
internal static class TextMatch
{
    public static void Write(Utf8JsonWriter writer, string attribute, string name, string text, bool lastAsPrefix)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(attribute);
        writer.WriteStringValue(name);
        writer.WriteStringValue(text);
        if (lastAsPrefix)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("last_as_prefix", true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
