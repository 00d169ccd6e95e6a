using System.Net;

namespace Hevlayer;

/// <summary>The whole rule of what may go straight to turbopuffer.</summary>
internal static class FallbackRules
{
    /// <summary>Whether calls of the operation may fall through at all.</summary>
    public static bool IsOpen(GatewayOperation operation, HevlayerFallbackOptions? fallback) =>
        fallback is not null
        && operation.TurbopufferRoute is not null
        && (operation.WritesToTurbopuffer ? fallback.Writes : fallback.Reads);

    /// <summary>Whether a failed call may go to turbopuffer.</summary>
    /// <param name="operation">The operation, which is open.</param>
    /// <param name="kind">The failure that ended the call.</param>
    /// <param name="status">Status of the last attempt's reply; null when no reply began.</param>
    public static bool MayFollow(GatewayOperation operation, FailureKind kind, HttpStatusCode? status) =>
        IsNoRefusal(status) && kind switch
        {
            FailureKind.NotSent => true,
            FailureKind.Interrupted => operation.IsIdempotent,
            _ => false,
        };

    // A refusal counts as an answer even when its body broke off.
    private static bool IsNoRefusal(HttpStatusCode? status) => status is null || (int)status is >= 200 and < 300;
}
