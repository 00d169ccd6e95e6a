namespace Hevlayer;

/// <summary>Names in <see cref="HevlayerException.Fields"/> that are known today; a newer gateway may send more.</summary>
public static class HevlayerErrorFields
{
    /// <summary>Kind of vector store that cannot do what was asked; with <see cref="HevlayerErrorCodes.UnsupportedByStore"/>.</summary>
    public const string Store = "store";

    /// <summary>Route that the vector store cannot serve; with <see cref="HevlayerErrorCodes.UnsupportedByStore"/>.</summary>
    public const string Route = "route";

    /// <summary>Feature that the vector store lacks; with <see cref="HevlayerErrorCodes.UnsupportedByStore"/> of newer gateways.</summary>
    public const string Feature = "feature";

    /// <summary>State of the cache, <c>cold</c>; with <see cref="HevlayerErrorCodes.CacheCold"/>.</summary>
    public const string CacheState = "cache_state";

    /// <summary>HTTP status that the vector store answered with; with <see cref="HevlayerErrorCodes.UpstreamError"/> of newer gateways.</summary>
    public const string UpstreamStatus = "upstream_status";

    /// <summary>
    /// What kind of failure it was at the vector store: validation, rate_limited, unavailable, timeout or unknown; with
    /// <see cref="HevlayerErrorCodes.UpstreamError"/> of newer gateways.
    /// </summary>
    public const string UpstreamCategory = "upstream_category";

    /// <summary>
    /// Why a completion was refused, such as stale_claim or claim_not_owned; with <see cref="HevlayerErrorCodes.Conflict"/>
    /// of newer gateways.
    /// </summary>
    public const string Reason = "reason";

    /// <summary>
    /// What to do with a refused completion: reclaim, discard or stop; with <see cref="HevlayerErrorCodes.Conflict"/> of
    /// newer gateways.
    /// </summary>
    public const string Disposition = "disposition";
}
