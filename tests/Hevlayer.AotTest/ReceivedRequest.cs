using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Hevlayer.AotTest;

/// <summary>A request line; the rest of the request is read and left aside.</summary>
internal sealed record ReceivedRequest(string Method, string Path, string Query)
{
    private const string EndOfHeaders = "\r\n\r\n";
    private const string EndOfChunks = "0\r\n\r\n";

    public static async Task<ReceivedRequest> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[8 * 1024];
        while (!IsWhole(text.ToString()) && await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        var line = text.ToString().Split("\r\n", 2)[0].Split(' ');
        var target = (line.ElementAtOrDefault(1) ?? string.Empty).Split('?', 2);
        return new(line[0], target[0], target.ElementAtOrDefault(1) ?? string.Empty);
    }

    /// <summary>Whether method, path and the fixed part of the query are those of the operation.</summary>
    public bool Matches(GatewayOperation operation)
    {
        var expected = operation.Route.Split('/');
        var actual = Path.Split('/');
        return Method == operation.Method.Method
            && Query.Contains(operation.FixedQuery, StringComparison.Ordinal)
            && actual.Length == expected.Length
            && expected.Zip(actual).All(static pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    private static bool IsWhole(string text)
    {
        var end = text.IndexOf(EndOfHeaders, StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var bodyLength = text.Length - end - EndOfHeaders.Length;
        return Header(text[..end], "Content-Length") is { } length
            ? bodyLength >= int.Parse(length, CultureInfo.InvariantCulture)
            : Header(text[..end], "Transfer-Encoding") is null || text.EndsWith(EndOfChunks, StringComparison.Ordinal);
    }

    private static string? Header(string headers, string name) =>
        headers.Split("\r\n")
            .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
