using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hevlayer.Local;

/// <summary>Records to JSON and back, with the client's own metadata.</summary>
internal static class WireJson
{
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>());

    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, TypeInfo<T>()) ?? throw new JsonException("Expected a value, found null.");

    public static AttributeValue Value(JsonElement element) => element.Deserialize(TypeInfo<AttributeValue>());

    public static IncludeAttributes Include(JsonElement element) => element.Deserialize(TypeInfo<IncludeAttributes>());

    public static JsonElement Element(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return JsonElement.ParseValue(ref reader);
    }

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)HevlayerJson.Options.GetTypeInfo(typeof(T));
}
