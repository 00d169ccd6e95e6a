using System.Globalization;
using System.Text;

namespace Hevlayer.Local;

/// <summary>The cursor of a query: how many rows earlier pages have shown, in a text that nobody should read.</summary>
internal static class QueryCursor
{
    public static string Write(int shown) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(shown.ToString(CultureInfo.InvariantCulture)));

    public static int Read(string? cursor)
    {
        if (cursor is null)
        {
            return 0;
        }

        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length)
            && int.TryParse(bytes.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
            ? shown
            : throw GatewayFault.Invalid("cursor must be the next_cursor of an earlier page");
    }
}
