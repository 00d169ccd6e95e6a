using System.Text.Json;

namespace Hevlayer;

/// <summary>How the records of this client are written as JSON and read from it.</summary>
public static class HevlayerJson
{
    /// <summary>
    /// Options that know every record of the client without reflection; null members are left out, unknown members are
    /// ignored or kept. They are read-only: copy them to change something.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(HevlayerJsonContext.Default.Options);
        options.MakeReadOnly();
        return options;
    }
}
