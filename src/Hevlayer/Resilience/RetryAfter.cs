using System.Globalization;
using System.Net.Http.Headers;

namespace Hevlayer;

/// <summary>Reads the header <c>Retry-After</c>, which holds seconds or a date.</summary>
internal static class RetryAfter
{
    /// <summary>The wait that is asked for, rounded up to whole seconds and never negative; null without a usable header.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        return Parse(values.ToString(), now);
    }

    public static TimeSpan? Parse(string text, DateTimeOffset now)
    {
        // The parser takes names such as NaN for numbers, whatever the style.
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds)
            && double.IsFinite(seconds))
        {
            return RoundUp(seconds);
        }

        return RetryConditionHeaderValue.TryParse(text, out var header) && header.Date is { } date
            ? RoundUp((date - now).TotalSeconds)
            : null;
    }

    // A retry that is a little early would only be refused again.
    private static TimeSpan RoundUp(double seconds) =>
        TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling(seconds), 0, TimeSpan.FromDays(365).TotalSeconds));
}
