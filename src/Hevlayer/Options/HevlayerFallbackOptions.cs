namespace Hevlayer;

/// <summary>
/// Lets calls go straight to turbopuffer when the gateway did not answer. Only the operations with a
/// <see cref="GatewayOperation.TurbopufferRoute"/> can, and only after the client's own retries are used up; an answer of
/// the gateway, whatever its status, is never overruled.
/// </summary>
public sealed class HevlayerFallbackOptions
{
    /// <summary>Address of turbopuffer that is used when none is set.</summary>
    public static readonly Uri DefaultBaseAddress = new("https://aws-us-east-1.turbopuffer.com");

    /// <summary>Environment variable with the key for turbopuffer; read by <see cref="FromEnvironment"/> alone.</summary>
    public const string ApiKeyVariable = "TURBOPUFFER_API_KEY";

    /// <summary>Environment variable with the address of turbopuffer; read by <see cref="FromEnvironment"/> alone.</summary>
    public const string BaseAddressVariable = "TURBOPUFFER_API_URL";

    /// <summary>
    /// Key for turbopuffer, sent as bearer token to <see cref="BaseAddress"/> and nowhere else. It never appears in a log,
    /// an error or a trace.
    /// </summary>
    /// <value>Required.</value>
    public string? ApiKey { get; set; }

    /// <summary>Address of turbopuffer, http or https, not that of the gateway.</summary>
    /// <value>Default: <c>https://aws-us-east-1.turbopuffer.com</c>.</value>
    public Uri BaseAddress { get; set; } = DefaultBaseAddress;

    /// <summary>Whether calls that change nothing may fall through.</summary>
    /// <value>Default: true.</value>
    public bool Reads { get; set; } = true;

    /// <summary>
    /// Whether writes may fall through. A write that timed out may have been applied and is then made twice; one that
    /// turbopuffer takes directly lacks the gateway's time stamp and its copy in the cache. Branch and copy, which are not
    /// idempotent, fall through only when the request never left.
    /// </summary>
    /// <value>Default: false.</value>
    public bool Writes { get; set; }

    /// <summary>
    /// Part of the total time of a call that is kept for turbopuffer; the gateway's attempts and pauses get the rest.
    /// Only calls that may fall through give it up.
    /// </summary>
    /// <value>Default: 0.25. Range: 0.05 to 0.95.</value>
    public double TimeShare { get; set; } = 0.25;

    /// <summary>Options from <c>TURBOPUFFER_API_KEY</c> and <c>TURBOPUFFER_API_URL</c>; nothing else reads these variables.</summary>
    /// <returns>Null when the key is not set, which leaves the fall-through off.</returns>
    /// <exception cref="HevlayerOptionsException">The address is not an absolute http or https URL.</exception>
    public static HevlayerFallbackOptions? FromEnvironment() => From(Environment.GetEnvironmentVariable);

    internal static HevlayerFallbackOptions? From(Func<string, string?> read)
    {
        if (read(ApiKeyVariable) is not { } key || string.IsNullOrWhiteSpace(key))
        {
            return null;
        }

        return read(BaseAddressVariable) is { } address && !string.IsNullOrWhiteSpace(address)
            ? new() { ApiKey = key, BaseAddress = OptionsRules.ParseAddress(BaseAddressVariable, address) }
            : new() { ApiKey = key };
    }

    internal HevlayerFallbackOptions Copy() => (HevlayerFallbackOptions)MemberwiseClone();
}
