using System.Globalization;

namespace Hevlayer.Local;

/// <summary>Times and durations as Prometheus writes them.</summary>
internal static class PromTime
{
    /// <summary>UTC ticks of a Unix timestamp in seconds or of an RFC 3339 text.</summary>
    public static long Ticks(string text, string name)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.Abs(seconds) < 1e11)
        {
            return DateTimeOffset.UnixEpoch.UtcTicks + (long)(seconds * TimeSpan.TicksPerSecond);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcTicks
            : throw new PromFault($"{name} must be a Unix timestamp or an RFC 3339 time, not '{text}'");
    }

    public static double Seconds(long ticks) => (double)(ticks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerSecond;

    /// <summary>Ticks of a duration such as 5m, or of a number of seconds.</summary>
    public static long Duration(string text, string name)
    {
        var unit = text switch
        {
            [.., 'm', 's'] => 0.001,
            [.., 's'] => 1,
            [.., 'm'] => 60,
            [.., 'h'] => 3600,
            [.., 'd'] => 86_400,
            [.., 'w'] => 604_800,
            _ => 0,
        };
        var digits = unit == 0 ? text : text.TrimEnd('s', 'm', 'h', 'd', 'w');
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count > 0 && count < 1e9
            ? (long)(count * (unit == 0 ? 1 : unit) * TimeSpan.TicksPerSecond)
            : throw new PromFault($"{name} must be a duration such as 5m or a number of seconds, not '{text}'");
    }
}
