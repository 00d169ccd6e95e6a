using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hevlayer.Tests.Building;

/// <summary>What typed forms become on the wire.</summary>
internal static class Wire
{
    public static string Json(TurbopufferWriteRequest request) => Serialize(request);

    public static string Json(NamespaceWrite write) => Serialize(write.ToRequest());

    public static string Json(TurbopufferQueryRequest request) => Serialize(request);

    public static string Json(BatchQueryRequest request) => Serialize(request);

    public static string Json(QueryRequest request) => Serialize(request);

    public static AttributeValue Value(JsonElement json) =>
        JsonSerializer.Deserialize(json, (JsonTypeInfo<AttributeValue>)HevlayerJson.Options.GetTypeInfo(typeof(AttributeValue)));

    private static string Serialize<T>(T value) =>
        JsonSerializer.Serialize(value, (JsonTypeInfo<T>)HevlayerJson.Options.GetTypeInfo(typeof(T)));
}
