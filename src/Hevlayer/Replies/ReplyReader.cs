using System.Buffers;
using System.Text.Json;

namespace Hevlayer;

/// <summary>Reads replies inside the attempt, so that one that breaks off is retried like any other failure.</summary>
internal static class ReplyReader
{
    private const int FirstGuess = 4 * 1024;

    /// <summary>Replaces the reply's content by one that is in memory, or by a watched stream when it is too large.</summary>
    public static async ValueTask BufferAsync(HttpResponseMessage response, CallState call, CancellationToken cancellationToken)
    {
        var original = response.Content;
        if (ContentLengths.AreTwo(original))
        {
            throw ReplyFailures.From(response, call, new JsonException("The reply has two different lengths (Content-Length), so its end is unknown."), read: null);
        }

        var isCompressed = ContentCodings.IsCompressed(original);
        var expected = isCompressed ? null : original.Headers.ContentLength;
        var limit = call.Options.MaxBufferedReplyBytes;

        // Without the token: a call that is over by now still has a connection to break off, which the stream does.
        var body = await original.ReadAsStreamAsync(CancellationToken.None).ConfigureAwait(false);
        var stream = new WatchedStream(body, call);
        if (isCompressed)
        {
            // Compressed bytes are watched as well: there may be any number of them with nothing in them.
            stream = new WatchedStream(ContentCodings.Decode(stream), call);
        }

        if (expected > limit)
        {
            response.Content = StreamedContent(original, stream, []);
            return;
        }

        // One byte more than is expected shows the end without another buffer. A read that failed may still be under way
        // and write into the buffer, so then it does not go back to the pool.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min((expected ?? FirstGuess) + 1, (long)limit + 1));
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            length += read;
            if (length > limit)
            {
                response.Content = StreamedContent(original, stream, buffer.AsSpan(0, length).ToArray());
                ArrayPool<byte>.Shared.Return(buffer);
                return;
            }

            if (length == buffer.Length)
            {
                buffer = Grow(buffer, length);
            }
        }

        response.Content = WholeContent(call.Operation.RepliesWithBytes && response.IsSuccessStatusCode, original, buffer, length);
        stream.Dispose();
        original.Dispose();
    }

    private static HttpContent WholeContent(bool isHandedOut, HttpContent original, byte[] buffer, int length)
    {
        if (!isHandedOut)
        {
            return new BufferedReplyContent(buffer, length);
        }

        // The caller keeps the stream of a raw reply as long as it likes, so its memory cannot go back to the pool.
        var content = new ByteArrayContent(buffer.AsSpan(0, length).ToArray());
        ArrayPool<byte>.Shared.Return(buffer);
        CopyHeaders(original, content);
        return content;
    }

    private static StreamedReplyContent StreamedContent(HttpContent original, WatchedStream rest, byte[] start)
    {
        rest.GoOnAfter(start);
        var content = new StreamedReplyContent(rest);
        CopyHeaders(original, content);
        return content;
    }

    private static void CopyHeaders(HttpContent from, HttpContent to)
    {
        var isDecoded = ContentCodings.IsCompressed(from);
        foreach (var (name, values) in from.Headers.NonValidated)
        {
            if (!isDecoded || !ContentCodings.IsOfTransport(name))
            {
                to.Headers.TryAddWithoutValidation(name, values);
            }
        }
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
