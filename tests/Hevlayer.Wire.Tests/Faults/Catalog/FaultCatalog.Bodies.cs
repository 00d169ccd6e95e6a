namespace Hevlayer.Wire.Tests.Faults;

/// <summary>Replies that begin well and break in their body.</summary>
internal static partial class FaultCatalog
{
    private static IEnumerable<Fault> Bodies =>
    [
        BrokenBody("reset after headers", static good => new()
        {
            Bytes = GoodReply.Headers($"content-length: {good.Length}"),
            End = ReplyEnd.Reset,
        }),
        BrokenBody("cut body", static good => new()
        {
            Bytes = [.. GoodReply.Headers($"content-length: {good.Length}"), .. good.FirstHalf],
            End = ReplyEnd.Close,
        }),
        BrokenBody("reset body", static good => new()
        {
            Bytes = [.. GoodReply.Headers($"content-length: {good.Length}"), .. good.FirstHalf],
            End = ReplyEnd.Reset,
        }),
        BrokenBody("cut chunked body", static good => new()
        {
            Bytes = [.. GoodReply.Headers("transfer-encoding: chunked"), .. GoodReply.Chunk(good.FirstHalf)],
            End = ReplyEnd.Close,
        }),
        BrokenBody("garbage chunk size", static good => new()
        {
            Bytes = [.. GoodReply.Headers("transfer-encoding: chunked"), .. GoodReply.Chunk(good.FirstHalf), .. "nonsense\r\n"u8],
            End = ReplyEnd.Silence,
        }),

        // HTTP finds nothing wrong with this one, and the runtime unpacks what there is without a word.
        Unexpected("truncated gzip", static good =>
        {
            var gzipped = good.Gzipped;
            return new()
            {
                Bytes = [.. GoodReply.Headers("content-encoding: gzip", $"content-length: {gzipped.Length / 2}"), .. gzipped.AsSpan(0, gzipped.Length / 2)],
            };
        }) with { BreaksTheBody = true },
    ];

    private static Fault BrokenBody(string name, Func<GoodReply, Reply> reply) => Broken(name, reply) with { BreaksTheBody = true };
}
