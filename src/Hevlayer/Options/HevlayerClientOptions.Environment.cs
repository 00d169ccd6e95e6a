namespace Hevlayer;

public sealed partial class HevlayerClientOptions
{
    /// <summary>Environment variable with the gateway's address; <c>LAYER_GATEWAY_URL</c> is read when it is empty.</summary>
    public const string BaseAddressVariable = "HEVLAYER_BASE_URL";

    /// <summary>Environment variable with the key; <c>LAYER_GATEWAY_API_KEY</c> is read when it is empty.</summary>
    public const string ApiKeyVariable = "HEVLAYER_API_KEY";

    private const string OtherBaseAddressVariable = "LAYER_GATEWAY_URL";
    private const string OtherApiKeyVariable = "LAYER_GATEWAY_API_KEY";

    /// <summary>
    /// Options from <c>HEVLAYER_BASE_URL</c> (else <c>LAYER_GATEWAY_URL</c>) and <c>HEVLAYER_API_KEY</c> (else
    /// <c>LAYER_GATEWAY_API_KEY</c>); what is not set keeps its default.
    /// </summary>
    /// <exception cref="HevlayerOptionsException">The address is not an absolute http or https URL.</exception>
    public static HevlayerClientOptions FromEnvironment() => From(Environment.GetEnvironmentVariable);

    internal static HevlayerClientOptions From(Func<string, string?> read)
    {
        var options = new HevlayerClientOptions();
        options.Apply(read);
        return options;
    }

    /// <summary>Takes over what the variables hold and leaves the rest as it is.</summary>
    internal void Apply(Func<string, string?> read)
    {
        foreach (var name in (ReadOnlySpan<string>)[BaseAddressVariable, OtherBaseAddressVariable])
        {
            if (read(name) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                BaseAddress = OptionsRules.ParseAddress(name, text);
                break;
            }
        }

        var key = read(ApiKeyVariable);
        ApiKey = (string.IsNullOrWhiteSpace(key) ? read(OtherApiKeyVariable) : key) ?? ApiKey;
    }
}
