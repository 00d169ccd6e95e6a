using System.Text.Json;

namespace Hevlayer.Wire.Tests.Fallback;

/// <summary>Clients whose retries do not wait.</summary>
internal static class Clients
{
    public const string GatewayKey = "gateway-key-1";
    public const string TurbopufferKey = "turbopuffer-key-2";
    public const int Attempts = 2;

    private static readonly JsonDocument Replies = JsonDocument.Parse(
        typeof(Clients).Assembly.GetManifestResourceStream("minimal-replies.json")!);

    public static HevlayerClientOptions Options(Uri gateway, Uri? turbopuffer = null, Action<HevlayerFallbackOptions>? configure = null)
    {
        var options = new HevlayerClientOptions
        {
            BaseAddress = gateway,
            ApiKey = GatewayKey,
            Retry = new() { MaxAttempts = Attempts, BaseDelay = TimeSpan.Zero },
        };
        if (turbopuffer is not null)
        {
            options.Fallback = new() { ApiKey = TurbopufferKey, BaseAddress = turbopuffer };
            configure?.Invoke(options.Fallback);
        }

        return options;
    }

    public static string MinimalReply(string operation) => Replies.RootElement.GetProperty(operation).GetRawText();
}
