using System.Globalization;
using System.Net;

namespace Hevlayer.Local;

/// <summary>What the options of a gateway may be.</summary>
internal static class OptionRules
{
    private const int MostEntries = 10_000_000;

    public static void Check(LocalGatewayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(options.TimeProvider);
        ArgumentNullException.ThrowIfNull(options.Address);
        if (options.DataDirectory is not null && string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            throw new ArgumentException("DataDirectory must be the path of a folder, or null to keep the state in memory.");
        }

        Between(options.Port, IPEndPoint.MinPort, IPEndPoint.MaxPort, nameof(options.Port));
        AtLeast(options.StatusCacheTime, TimeSpan.Zero, nameof(options.StatusCacheTime));
        AtLeast(options.StabilityLag, TimeSpan.Zero, nameof(options.StabilityLag));
        AtLeast(options.SnapshotInterval, TimeSpan.Zero, nameof(options.SnapshotInterval));
        AtLeast(options.ChunkDeadLetterAttempts, 1, nameof(options.ChunkDeadLetterAttempts));
        AtLeast(options.SnapshotValueCap, 1, nameof(options.SnapshotValueCap));
        AtLeast(options.HistoryEntries, 0, nameof(options.HistoryEntries));
        Between(options.RequestLogEntries, 0, MostEntries, nameof(options.RequestLogEntries));
        Between(options.TimelineEntries, 0, MostEntries, nameof(options.TimelineEntries));
        Between(options.MaxBodyBytes, 1, Array.MaxLength - 1L, nameof(options.MaxBodyBytes));
    }

    private static void AtLeast<T>(T value, T least, string name)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} must be at least {least}, not {value}."));
        }
    }

    private static void Between<T>(T value, T least, T most, string name)
        where T : IComparable<T>
    {
        AtLeast(value, least, name);
        if (value.CompareTo(most) > 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} must be at most {most}, not {value}."));
        }
    }
}
