namespace Hevlayer;

/// <summary>What the options of the fall-through must hold.</summary>
internal static class FallbackOptionsRules
{
    private const double LeastShare = 0.05;
    private const double LargestShare = 0.95;

    /// <summary>One sentence for each thing that is wrong; empty when all is well or the fall-through is off.</summary>
    public static IEnumerable<string> Problems(HevlayerClientOptions options)
    {
        if (options.Fallback is not { } fallback)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(fallback.ApiKey))
        {
            yield return "Fallback.ApiKey is empty; set the key for turbopuffer, or leave Fallback null.";
        }
        else if (!OptionsRules.FitsHeader(fallback.ApiKey))
        {
            yield return "Fallback.ApiKey holds white space or characters that no HTTP header may carry.";
        }

        if (fallback.BaseAddress is not { IsAbsoluteUri: true } address || !OptionsRules.IsHttp(address))
        {
            yield return $"Fallback.BaseAddress is '{OptionsRules.Shown(fallback.BaseAddress)}'; it must be an absolute http or https URL.";
        }
        else if (OptionsRules.HasMoreThanPath(address))
        {
            yield return $"Fallback.BaseAddress, at {OptionsRules.Shown(address)}, has a user, a query or a fragment; it must end with its path. Keys belong in Fallback.ApiKey.";
        }
        else if (IsSameServer(address, options.BaseAddress))
        {
            // The key for turbopuffer would be sent to the gateway.
            yield return $"Fallback.BaseAddress and BaseAddress are the same server, {OptionsRules.Shown(address)}; one must be turbopuffer and the other the gateway.";
        }

        if (fallback.TimeShare is not (>= LeastShare and <= LargestShare))
        {
            yield return FormattableString.Invariant($"Fallback.TimeShare is {fallback.TimeShare}; it must be from {LeastShare} to {LargestShare}.");
        }
    }

    private static bool IsSameServer(Uri one, Uri? other) =>
        other is { IsAbsoluteUri: true }
        && Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
