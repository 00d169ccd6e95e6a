namespace Hevlayer;

/// <summary>Names of the section and the HTTP client of a named client, and which names are allowed.</summary>
internal static class ClientNames
{
    private const string Section = "Hevlayer";

    // A client of such a name would share its section with an option of the unnamed client.
    private static readonly string[] OptionNames =
    [
        nameof(HevlayerClientOptions.ApiKey), nameof(HevlayerClientOptions.AttemptTimeout), nameof(HevlayerClientOptions.BaseAddress),
        nameof(HevlayerClientOptions.CompressRequestsFromBytes), nameof(HevlayerClientOptions.Fallback), nameof(HevlayerClientOptions.LoggerFactory), nameof(HevlayerClientOptions.MaxBufferedReplyBytes), nameof(HevlayerClientOptions.MaxReplyBytes),
        nameof(HevlayerClientOptions.MaxErrorBodyLength), nameof(HevlayerClientOptions.Polling), nameof(HevlayerClientOptions.ReadStallTimeout),
        nameof(HevlayerClientOptions.Retry), nameof(HevlayerClientOptions.TimeProvider), nameof(HevlayerClientOptions.TotalTimeout),
    ];

    /// <summary>The configuration section of a client; null or empty is the unnamed one.</summary>
    public static string SectionOf(string? name) => string.IsNullOrEmpty(name) ? Section : $"{Section}:{name}";

    /// <summary>The name of a client's HTTP client; null or empty is the unnamed one.</summary>
    public static string HttpClientOf(string? name) =>
        string.IsNullOrEmpty(name) ? nameof(HevlayerClient) : $"{nameof(HevlayerClient)}:{name}";

    public static void Check(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException($"The name '{name}' holds a colon, which separates configuration sections.", nameof(name));
        }

        if (OptionNames.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"The name '{name}' is that of an option: the section '{SectionOf(name)}' is the unnamed client's.", nameof(name));
        }
    }
}
