using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Hevlayer.Workers;

/// <summary>The provider of embeddings refused a batch for want of quota.</summary>
/// <param name="RetryAfter">When it may be asked again, from now; null where it does not say.</param>
public sealed partial record ProviderRefusal(TimeSpan? RetryAfter = null)
{
    private static readonly string[] Keys = ["Retry-After", "RetryAfter"];

    /// <summary>
    /// Reads an exception: a <see cref="HttpRequestException"/> with the status 429, or 503 where it says when to come again,
    /// and those whose message says so, as <c>HTTP 429</c> or <c>Status: 429</c>; inner exceptions, too. The time is taken
    /// from <see cref="Exception.Data"/> under <c>Retry-After</c>: a time span, a number of seconds, or a header's text.
    /// </summary>
    /// <param name="exception">What the generator threw.</param>
    /// <returns>Null where it is no refusal.</returns>
    public static ProviderRefusal? Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        for (var one = exception; one is not null; one = one.InnerException)
        {
            var after = Keys.Select(key => TimeOf(one.Data[key])).FirstOrDefault(static time => time is not null);
            var status = one is HttpRequestException { StatusCode: { } code } ? code
                : TooManyRequests().IsMatch(one.Message) ? HttpStatusCode.TooManyRequests
                : (HttpStatusCode?)null;
            if (status == HttpStatusCode.TooManyRequests || (status == HttpStatusCode.ServiceUnavailable && after is not null))
            {
                return new(after);
            }
        }

        return null;
    }

    private static TimeSpan? TimeOf(object? value) => value switch
    {
        TimeSpan time when time >= TimeSpan.Zero => time,
        int seconds => TimeOf((double)seconds),
        double seconds when seconds is >= 0 and < 1e9 => TimeSpan.FromSeconds(seconds),
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) => TimeOf(seconds),
        _ => null,
    };

    [GeneratedRegex(@"\b(HTTP|status|status code)\W{0,3}429\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooManyRequests();
}
