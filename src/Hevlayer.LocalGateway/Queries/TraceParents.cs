using System.Diagnostics;
using System.Globalization;

namespace Hevlayer.Local;

/// <summary>The trace context of a query's reply: the caller's own, or the next one in a row.</summary>
internal sealed class TraceParents
{
    private long _last;

    /// <summary>How many traces have been begun.</summary>
    public long Count => Interlocked.Read(ref _last);

    public void NoFewerThan(long count) => Interlocked.Exchange(ref _last, Math.Max(count, Count));

    public string For(string? sent) => Valid(sent) ?? Next();

    /// <summary>What a caller sent; null when it is no trace context.</summary>
    public static string? Valid(string? sent) => ActivityContext.TryParse(sent, traceState: null, out _) ? sent : null;

    private string Next()
    {
        var number = Interlocked.Increment(ref _last);
        return string.Create(CultureInfo.InvariantCulture, $"00-{number:x32}-{number:x16}-01");
    }
}
