using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>The reply of a healthy gateway, and the pieces that faults are made of.</summary>
internal sealed class GoodReply
{
    public const int SmallPadding = 64;
    private const string Space = " \t\r\n";

    private static readonly Dictionary<string, JsonElement> Replies = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "minimal-replies.json")))!;

    private readonly byte[] _body;

    /// <param name="operation">Operation that is answered.</param>
    /// <param name="padding">Bytes of white space before the reply proper; JSON allows it, so any reply can be large.</param>
    public GoodReply(GatewayOperation operation, int padding = SmallPadding) =>
        _body = Encoding.UTF8.GetBytes(WhiteSpace(padding) + Text(Replies[operation.Id]));

    public Reply Whole => new() { Bytes = [.. Headers($"content-length: {_body.Length}"), .. _body] };

    public int Length => _body.Length;

    public byte[] FirstHalf => _body[..(_body.Length / 2)];

    public byte[] Body => _body;

    public byte[] Gzipped
    {
        get
        {
            using var target = new MemoryStream();
            using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
            {
                gzip.Write(_body);
            }

            return target.ToArray();
        }
    }

    public static byte[] Headers(params ReadOnlySpan<string?> lines) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n{string.Join("\r\n", lines)}\r\n\r\n");

    public static byte[] Chunk(byte[] bytes) =>
        [.. Encoding.ASCII.GetBytes(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. bytes, .. "\r\n"u8];

    // Of changing characters, so that it stays large when it is compressed.
    private static string WhiteSpace(int length) => new(new Random(1).GetItems<char>(Space, length));

    private static string Text(JsonElement reply) =>
        reply.ValueKind == JsonValueKind.String ? reply.GetString()! : reply.GetRawText();
}
