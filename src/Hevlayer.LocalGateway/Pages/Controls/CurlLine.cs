using System.Text;

namespace Hevlayer.Local;

/// <summary>A request as a command for a shell.</summary>
internal static class CurlLine
{
    /// <param name="note">The request.</param>
    /// <param name="address">Where the gateway is, such as <c>http://127.0.0.1:8080</c>.</param>
    /// <param name="needsKey">Whether the gateway asks for keys: the command then takes it from the environment.</param>
    public static string Of(RequestNote note, string address, bool needsKey)
    {
        var line = new StringBuilder("curl");
        if (note.Method != "GET")
        {
            line.Append(" -X ").Append(Quote(note.Method));
        }

        line.Append(' ').Append(Quote(address + note.Target));
        if (needsKey)
        {
            line.Append(" -H \"Authorization: Bearer $HEVLAYER_API_KEY\"");
        }

        if (note.Bytes > 0)
        {
            line.Append(" -H ").Append(Quote($"Content-Type: {note.ContentType ?? GatewayResponse.JsonType}"));
            line.Append(note.Body is { } body ? $" --data-raw {Quote(body)}" : " --data-binary @body");
        }

        return line.ToString();
    }

    private static string Quote(string text) =>
        text.Length > 0 && text.All(static one => char.IsAsciiLetterOrDigit(one) || one is '/' or '.' or '-' or '_' or ':') ? text : $"'{text.Replace("'", """'\''""", StringComparison.Ordinal)}'";
}
