namespace Hevlayer;

/// <summary>What options must hold before a client is made from them.</summary>
internal static class OptionsRules
{
    private const int MostAttempts = 100;

    public static Uri ParseAddress(string name, string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && IsHttp(address)
            ? address
            : throw new HevlayerOptionsException($"{name} is not an absolute http or https URL. It has {text.Trim().Length} characters, which are not shown: they may be a key.");

    // Scheme, host and port only: an address may carry a password.
    public static string Shown(Uri? address) => address switch
    {
        null => "null",
        { IsAbsoluteUri: true, Host.Length: > 0 } => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.Unescaped),
        _ => "(not shown)",
    };

    public static void Validate(HevlayerClientOptions options)
    {
        if (Problems(options).ToList() is { Count: > 0 } problems)
        {
            throw new HevlayerOptionsException(string.Join(" ", problems));
        }
    }

    /// <summary>One sentence for each thing that is wrong; empty when all is well.</summary>
    public static IEnumerable<string> Problems(HevlayerClientOptions options) =>
        AddressProblems(options)
            .Concat(MissingProblems(options))
            .Concat(TimeProblems(options))
            .Concat(options.Retry is null ? [] : RetryProblems(options.Retry))
            .Concat(options.Retry is null ? [] : EarlyRetryProblems(options.Retry))
            .Concat(options.Polling is null ? [] : PollingProblems(options.Polling))
            .Concat(FallbackOptionsRules.Problems(options));

    public static bool FitsHeader(string key) => key.Trim().All(letter => letter is >= '!' and <= '~');

    public static bool IsHttp(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    public static bool HasMoreThanPath(Uri address) =>
        address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0;

    private static IEnumerable<string> MissingProblems(HevlayerClientOptions options)
    {
        foreach (var (name, value) in new (string, object?)[] { (nameof(options.Retry), options.Retry), (nameof(options.Polling), options.Polling), (nameof(options.TimeProvider), options.TimeProvider) })
        {
            if (value is null)
            {
                yield return $"{name} is null; leave it at its default, or set its members.";
            }
        }
    }

    private static IEnumerable<string> AddressProblems(HevlayerClientOptions options)
    {
        if (options.BaseAddress is null)
        {
            yield return $"BaseAddress is not set; set it, {HevlayerClientOptions.BaseAddressVariable} or the section's BaseAddress. The hosted gateway is at {nameof(HevlayerClientOptions)}.{nameof(HevlayerClientOptions.HostedAddress)}.";
        }
        else if (options.BaseAddress is not { IsAbsoluteUri: true } address || !IsHttp(address))
        {
            yield return $"BaseAddress is '{Shown(options.BaseAddress)}'; it must be an absolute http or https URL.";
        }
        else if (HasMoreThanPath(address))
        {
            yield return $"BaseAddress, at {Shown(address)}, has a user, a query or a fragment; it must end with its path. Keys belong in ApiKey.";
        }

        if (options.ApiKey is { } key && !FitsHeader(key))
        {
            yield return "ApiKey holds white space or characters that no HTTP header may carry.";
        }
    }

    private static IEnumerable<string> TimeProblems(HevlayerClientOptions options)
    {
        foreach (var (name, value) in new[]
        {
            (nameof(options.AttemptTimeout), options.AttemptTimeout),
            (nameof(options.TotalTimeout), options.TotalTimeout),
            (nameof(options.ReadStallTimeout), options.ReadStallTimeout),
        })
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
            {
                yield return $"{name} is {value}; it must be more than zero and at most one day.";
            }
        }

        if (options.AttemptTimeout > options.TotalTimeout)
        {
            yield return $"AttemptTimeout is {options.AttemptTimeout}, longer than TotalTimeout {options.TotalTimeout}.";
        }

        if (options.MaxReplyBytes <= 0)
        {
            yield return $"MaxReplyBytes is {options.MaxReplyBytes}; it must be more than zero.";
        }

        if (options.MaxBufferedReplyBytes < 0)
        {
            yield return $"MaxBufferedReplyBytes is {options.MaxBufferedReplyBytes}; it must not be negative.";
        }

        if (options.CompressRequestsFromBytes < 0)
        {
            yield return $"CompressRequestsFromBytes is {options.CompressRequestsFromBytes}; it must not be negative.";
        }

        if (options.MaxErrorBodyLength < 0)
        {
            yield return $"MaxErrorBodyLength is {options.MaxErrorBodyLength}; it must not be negative.";
        }
    }

    private static IEnumerable<string> RetryProblems(HevlayerRetryOptions retry)
    {
        if (retry.MaxAttempts is < 1 or > MostAttempts)
        {
            yield return $"Retry.MaxAttempts is {retry.MaxAttempts}; it must be from 1 to {MostAttempts}.";
        }

        if (retry.BaseDelay < TimeSpan.Zero || retry.BaseDelay > retry.MaxDelay)
        {
            yield return $"Retry.BaseDelay is {retry.BaseDelay}; it must be from zero to Retry.MaxDelay, which is {retry.MaxDelay}.";
        }
    }

    private static IEnumerable<string> EarlyRetryProblems(HevlayerRetryOptions retry)
    {
        if (retry.EarlyRetryWindow < TimeSpan.Zero)
        {
            yield return $"Retry.EarlyRetryWindow is {retry.EarlyRetryWindow}; it must not be negative.";
        }
    }

    private static IEnumerable<string> PollingProblems(HevlayerPollingOptions polling)
    {
        if (polling.StatusCacheTime < TimeSpan.Zero)
        {
            yield return $"Polling.StatusCacheTime is {polling.StatusCacheTime}; it must not be negative.";
        }

        if (polling.StatusInterval <= TimeSpan.Zero || polling.SnapshotInterval <= TimeSpan.Zero)
        {
            yield return $"Polling.StatusInterval is {polling.StatusInterval} and Polling.SnapshotInterval {polling.SnapshotInterval}; both must be more than zero.";
        }
    }
}
