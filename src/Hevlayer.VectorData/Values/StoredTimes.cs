using System.Globalization;

namespace Hevlayer.VectorData;

/// <summary>Points in time as text of fixed width in UTC, so that texts sort by time.</summary>
internal static class StoredTimes
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>Local times are converted to UTC; times of no kind are taken for UTC.</summary>
    public static AttributeValue Write(DateTime value) =>
        (value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The time, in UTC.</summary>
    public static DateTime ReadDateTime(AttributeValue value) => ReadDateTimeOffset(value).UtcDateTime;

    /// <summary>The time, with no offset.</summary>
    public static DateTimeOffset ReadDateTimeOffset(AttributeValue value) =>
        DateTimeOffset.Parse(value.AsString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
