namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Servers that keep the connection and take their time.</summary>
internal static partial class FaultCatalog
{
    private const int NeverReached = 1_000_000;

    private static IEnumerable<Fault> Silences =>
    [
        Slow("stalled headers", EndedBy.AttemptTimeout, static _ => new() { End = ReplyEnd.Silence }),
        Slow("stalled within headers", EndedBy.AttemptTimeout, static _ => new() { Bytes = [.. "HTTP/1.1 200 OK\r\ncontent-ty"u8], End = ReplyEnd.Silence }),
        Slow("dripping headers", EndedBy.AttemptTimeout, static _ => new()
        {
            Bytes = [.. "HTTP/1.1 200 OK\r\nx-slow: "u8],
            End = ReplyEnd.Drip,
            Drop = [.. "a"u8],
        }),
        Slow("endless interim replies", EndedBy.AttemptTimeout, static _ => new()
        {
            End = ReplyEnd.Drip,
            Drop = [.. "HTTP/1.1 103 Early Hints\r\n\r\n"u8],
        }),
        Slow("stalled body", EndedBy.StallTimeout, static good => new()
        {
            Bytes = [.. GoodReply.Headers($"content-length: {good.Length}"), .. good.FirstHalf],
            End = ReplyEnd.Silence,
        }) with { BreaksTheBody = true },
        Slow("content length too large", EndedBy.StallTimeout, static good => new()
        {
            Bytes = [.. GoodReply.Headers($"content-length: {good.Length + 1}"), .. good.Body],
            End = ReplyEnd.Silence,
        }) with { BreaksTheBody = true },
        Slow("dripping body", EndedBy.AttemptTimeout, static good => new()
        {
            Bytes = [.. GoodReply.Headers($"content-length: {NeverReached}"), .. good.FirstHalf],
            End = ReplyEnd.Drip,
            Drop = [.. " "u8],
        }) with { BreaksTheBody = true },
    ];

    private static Fault Slow(string name, EndedBy endedBy, Func<GoodReply, Reply> reply) => new()
    {
        Name = name,
        Reply = reply,
        Error = typeof(HevlayerTimeoutException),
        Repeats = Repeats.WhenSafe,
        EndedBy = endedBy,
    };
}
