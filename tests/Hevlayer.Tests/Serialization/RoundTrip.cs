using System.Text.Json;

namespace Hevlayer.Tests.Serialization;

/// <summary>To JSON and back with the client's own options.</summary>
internal static class RoundTrip
{
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, HevlayerJson.Options)!;

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, HevlayerJson.Options);

    public static string Through<T>(string json) => Write(Read<T>(json));
}
