using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Combines filter, write-time limits and watermark into what a query may see.</summary>
internal static class WindowReader
{
    public static RowWindow Read(Freshness freshness, JsonElement? filters, long? asOf, IReadOnlyList<long>? between)
    {
        if (asOf is not null && between is not null)
        {
            throw GatewayFault.Invalid("as_of and between exclude each other");
        }

        if (between is not null && (between.Count != 2 || between[0] >= between[1] || between[0] < 0))
        {
            throw GatewayFault.Invalid("between must hold two epoch milliseconds of 0 or more, the smaller one first");
        }

        var upTo = Check.AtLeast(asOf ?? between?[1] ?? long.MaxValue, 0, "as_of");
        return new RowWindow(
            FilterParser.Parse(filters),
            AfterMs: between?[0] ?? long.MinValue,
            UpToMs: Math.Min(upTo, freshness.NewestVisibleMs));
    }
}
