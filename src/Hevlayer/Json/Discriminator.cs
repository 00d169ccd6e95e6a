using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hevlayer;

/// <summary>Tells the cases of a union apart by the names of the object's members.</summary>
internal static class Discriminator
{
    /// <summary>The first of the candidates that the object has, or null; the caller's reader does not move.</summary>
    public static string? Find(Utf8JsonReader reader, params ReadOnlySpan<string> candidates)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            foreach (var candidate in candidates)
            {
                if (reader.ValueTextEquals(candidate))
                {
                    return candidate;
                }
            }

            // During a converter's Read the whole value is buffered, so the skip cannot fail.
            reader.Skip();
        }

        return null;
    }

    /// <summary>How a case is read, by the options that the union itself is read by.</summary>
    public static JsonTypeInfo<T> InfoOf<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
