using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Reads requests whole: closing a socket with unread bytes would be a reset and not a close.</summary>
internal static class RequestReader
{
    private const string EndOfHeaders = "\r\n\r\n";
    private const string LengthHeader = "content-length:";

    /// <summary>The text of the request; null when the client closed the connection instead.</summary>
    public static async Task<string?> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[8 * 1024];
        while (!IsWhole(text.ToString()))
        {
            var read = await socket.ReceiveAsync(buffer, cancellationToken);
            if (read == 0)
            {
                return null;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static bool IsWhole(string text)
    {
        var end = text.IndexOf(EndOfHeaders, StringComparison.Ordinal);
        return end >= 0 && text.Length >= end + EndOfHeaders.Length + LengthOf(text[..end]);
    }

    private static int LengthOf(string headers) => headers.Split("\r\n")
        .Where(line => line.StartsWith(LengthHeader, StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line.AsSpan(LengthHeader.Length), CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
