using System.Net;
using System.Text;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Replies that are whole, but do not follow the contract.</summary>
internal static partial class FaultCatalog
{
    private const string WebPage = "<!doctype html><html><body>Sign in</body></html>";
    private const string Draining = """{"error":"gateway_draining","message":"shutting down"}""";

    private static IEnumerable<Fault> Strangers =>
    [
        Unexpected("web page with 200", static _ => new() { Bytes = Text($"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {WebPage.Length}\r\n\r\n{WebPage}") }),
        Unexpected("empty 200", static _ => new() { Bytes = GoodReply.Headers("content-length: 0") }),
        Unexpected("content length too small", static good => new()
        {
            Bytes = [.. GoodReply.Headers($"content-length: {good.Length - 1}"), .. good.Body],
        }) with { LeavesConnectionUsable = false },
        new()
        {
            Name = "interim replies",
            Reply = static good => good.Whole with
            {
                Bytes = [.. "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n"u8, .. good.Whole.Bytes],
            },
            Error = null,
            Repeats = Repeats.Never,
            LeavesConnectionUsable = true,
        },
        new()
        {
            Name = "draining",
            Reply = static _ => new()
            {
                Bytes = Text($"HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {Draining.Length}\r\n\r\n{Draining}"),
                End = ReplyEnd.Close,
            },
            Error = typeof(HevlayerException),
            Status = HttpStatusCode.ServiceUnavailable,
            Repeats = Repeats.Always,
        },
    ];

    private static Fault Unexpected(string name, Func<GoodReply, Reply> reply) => new()
    {
        Name = name,
        Reply = reply,
        Error = typeof(HevlayerException),
        Status = HttpStatusCode.OK,
        Repeats = Repeats.Never,
        PassesAsBytes = true,
        LeavesConnectionUsable = true,
    };

    private static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);
}
