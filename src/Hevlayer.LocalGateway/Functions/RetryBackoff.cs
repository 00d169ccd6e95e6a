namespace Hevlayer.Local;

/// <summary>How long a row waits after a transient failure: the first wait, doubled with each further one, up to a limit.</summary>
internal static class RetryBackoff
{
    /// <summary>The wait after a number of failures of at least one; null when that was the last attempt.</summary>
    public static TimeSpan? After(int failures, UdfRetrySpec retry)
    {
        if (failures >= (retry.MaxAttempts ?? GatewayLimits.UdfRetrySpec.DefaultMaxAttempts))
        {
            return null;
        }

        var first = retry.InitialBackoffSeconds ?? GatewayLimits.UdfRetrySpec.DefaultInitialBackoffSeconds;
        var longest = retry.MaxBackoffSeconds ?? GatewayLimits.UdfRetrySpec.DefaultMaxBackoffSeconds;

        // Two to the power of so many failures is infinite, and zero times that is no number.
        return first == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(first * Math.Pow(2, failures - 1), longest));
    }
}
