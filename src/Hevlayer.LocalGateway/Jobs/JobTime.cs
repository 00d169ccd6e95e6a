using System.Globalization;

namespace Hevlayer.Local;

/// <summary>Time texts of jobs, which callers must not read as dates.</summary>
internal static class JobTime
{
    public static string Now(TimeProvider clock) =>
        clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
