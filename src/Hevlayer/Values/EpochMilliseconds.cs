namespace Hevlayer;

/// <summary>Points in time as the gateway counts them: milliseconds since 1970 in UTC.</summary>
internal static class EpochMilliseconds
{
    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    // A number outside the calendar is clamped to its ends: a property must not throw because a gateway sent nonsense.
    public static DateTimeOffset ToTime(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, Earliest, Latest));

    public static DateTimeOffset? ToTime(long? milliseconds) => milliseconds is { } value ? ToTime(value) : null;
}
