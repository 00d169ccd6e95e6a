using System.Text;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Connections that end before a reply is there.</summary>
internal static partial class FaultCatalog
{
    private const int MoreThanHeadersMayHold = 100 * 1024;

    private static IEnumerable<Fault> Connections =>
    [
        new()
        {
            Name = "refused",
            Reply = static good => good.Whole,
            Error = typeof(HevlayerConnectionException),
            Repeats = Repeats.Always,
            IsRefusal = true,
        },
        Broken("closed on accept", static _ => new() { End = ReplyEnd.Close, ReadsRequest = false }),
        Broken("closed before headers", static _ => new() { End = ReplyEnd.Close }),
        Broken("reset before headers", static _ => new() { End = ReplyEnd.Reset }),
        Broken("closed within headers", static _ => new() { Bytes = [.. "HTTP/1.1 200 OK\r\ncontent-ty"u8], End = ReplyEnd.Close }),
        Broken("garbage status line", static _ => new() { Bytes = [.. "SSH-2.0-OpenSSH_9.6\r\n\r\n"u8], End = ReplyEnd.Silence }),
        Broken("oversized headers", static good => new() { Bytes = OversizedHeaders(good), End = ReplyEnd.Silence }) with { Repeats = Repeats.Never },
    ];

    private static Fault Broken(string name, Func<GoodReply, Reply> reply) => new()
    {
        Name = name,
        Reply = reply,
        Error = typeof(HevlayerConnectionException),
        Repeats = Repeats.WhenSafe,
    };

    private static byte[] OversizedHeaders(GoodReply good) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nx-large: {new string('a', MoreThanHeadersMayHold)}\r\ncontent-length: {good.Length}\r\n\r\n");
}
