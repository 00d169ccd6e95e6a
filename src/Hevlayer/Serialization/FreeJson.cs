using System.Text.Json;

namespace Hevlayer;

/// <summary>Typed values as the free JSON that some fields of the contract take.</summary>
internal static class FreeJson
{
    public static JsonElement Element(AttributeValue value) =>
        JsonSerializer.SerializeToElement(value, HevlayerJsonContext.Default.AttributeValue);
}
