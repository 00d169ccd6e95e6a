namespace Hevlayer;

/// <summary>Who answered a call.</summary>
public enum ReplySource
{
    /// <summary>The gateway.</summary>
    Gateway,

    /// <summary>Turbopuffer itself, after the gateway did not answer; see <see cref="HevlayerClientOptions.Fallback"/>.</summary>
    Turbopuffer,
}
